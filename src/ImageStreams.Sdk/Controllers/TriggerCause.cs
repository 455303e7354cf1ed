using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>Why a <see cref="TriggerController"/> looked at an object.</summary>
public abstract record TriggerCause
{
    private TriggerCause()
    {
    }

    /// <summary>The object is new, or has changed.</summary>
    public static TriggerCause Changed { get; } = new ObjectChanged();

    /// <summary>An earlier try did not succeed.</summary>
    public static TriggerCause TriedAgain { get; } = new Retried();

    /// <summary>The fuse let the object go.</summary>
    public static TriggerCause LetGo { get; } = new Released();

    /// <summary>The object is new, or has changed.</summary>
    public sealed record ObjectChanged : TriggerCause;

    /// <summary>A stream that the object listens to is new, or has changed.</summary>
    public sealed record StreamChanged : TriggerCause
    {
        /// <summary>The stream.</summary>
        public required ImageStreamName Stream { get; init; }
    }

    /// <summary>An earlier try did not succeed.</summary>
    public sealed record Retried : TriggerCause;

    /// <summary>The fuse let the object go.</summary>
    public sealed record Released : TriggerCause;
}
