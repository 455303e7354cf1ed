namespace ImageStreams.Policies;

/// <summary>The answer of a check of images.</summary>
public abstract record ImageGateResult
{
    private ImageGateResult()
    {
    }

    /// <summary>The image may be taken.</summary>
    public sealed record Passed : ImageGateResult
    {
        /// <summary>A detail to show, such as the key that signed; empty by default. Cut after 256 characters.</summary>
        public string Detail { get; init; } = "";
    }

    /// <summary>The image must not be taken; the tag stays with the last one that was good.</summary>
    public sealed record Refused : ImageGateResult
    {
        /// <summary>The reason; cut after 256 characters.</summary>
        public required string Reason { get; init; }
    }

    /// <summary>There is no answer now, for a reason that passes.</summary>
    public sealed record NotNow : ImageGateResult
    {
        /// <summary>The reason; cut after 256 characters.</summary>
        public required string Reason { get; init; }

        /// <summary>
        /// The time after which to ask again, from a second to a day; null is a minute, doubled each time up to an hour.
        /// </summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
