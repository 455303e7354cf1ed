namespace ImageStreams.Signatures;

/// <summary>A key that was read from a text, or the reason why it is not accepted.</summary>
public abstract record SignatureKeyReading
{
    private SignatureKeyReading()
    {
    }

    /// <summary>The text is a key.</summary>
    public sealed record Found : SignatureKeyReading
    {
        /// <summary>The key.</summary>
        public required SignatureKey Key { get; init; }
    }

    /// <summary>The text is not a key that is accepted.</summary>
    public sealed record Refused : SignatureKeyReading
    {
        /// <summary>The reason.</summary>
        public required SignatureKeyFailure Failure { get; init; }

        /// <summary>The reason in one sentence.</summary>
        public required string Message { get; init; }
    }
}
