namespace ImageStreams.Controllers;

/// <summary>What an <see cref="ITriggerTarget"/> made of what triggers asked for.</summary>
public abstract record TriggerTargetResult
{
    private TriggerTargetResult()
    {
    }

    /// <summary>It was done.</summary>
    public static TriggerTargetResult Done { get; } = new Accepted();

    /// <summary>It was done.</summary>
    public sealed record Accepted : TriggerTargetResult;

    /// <summary>The object has changed since it was read, so nothing was done: it is to be looked at anew.</summary>
    public sealed record Conflict : TriggerTargetResult;

    /// <summary>It was refused; another try may succeed once somebody has changed something.</summary>
    public sealed record Refused : TriggerTargetResult
    {
        /// <summary>Why, in a sentence.</summary>
        public required string Message { get; init; }
    }
}
