namespace ImageStreams.Controllers;

/// <summary>The result of a request to an <see cref="ITriggerTarget"/>.</summary>
public abstract record TriggerTargetResult
{
    private TriggerTargetResult()
    {
    }

    /// <summary>The build was started or the object was stored.</summary>
    public sealed record Accepted : TriggerTargetResult
    {
        private Accepted()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerTargetResult Instance { get; } = new Accepted();

        /// <inheritdoc/>
        public override string ToString() => nameof(Accepted);
    }

    /// <summary>Nothing was done because the object has changed since it was read; it is evaluated again.</summary>
    public sealed record Conflict : TriggerTargetResult
    {
        private Conflict()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerTargetResult Instance { get; } = new Conflict();

        /// <inheritdoc/>
        public override string ToString() => nameof(Conflict);
    }

    /// <summary>The request was refused; it is retried, and may succeed after a change.</summary>
    public sealed record Refused : TriggerTargetResult
    {
        /// <summary>The reason in one sentence.</summary>
        public required string Message { get; init; }

        /// <inheritdoc/>
        public override string ToString() => $"{nameof(Refused)}: {Message}";
    }
}
