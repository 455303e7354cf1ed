using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>The cause for which a <see cref="TriggerController"/> evaluated the triggers of an object.</summary>
public abstract record TriggerCause
{
    private TriggerCause()
    {
    }

    /// <summary>The object is new or has changed.</summary>
    public sealed record ObjectChanged : TriggerCause
    {
        private ObjectChanged()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new ObjectChanged();

        /// <inheritdoc/>
        public override string ToString() => nameof(ObjectChanged);
    }

    /// <summary>A stream that the object listens to is new or has changed.</summary>
    public sealed record StreamChanged : TriggerCause
    {
        /// <summary>The qualified name of the stream.</summary>
        public required ImageStreamName Stream { get; init; }

        /// <inheritdoc/>
        public override string ToString() => $"{nameof(StreamChanged)} {Stream}";
    }

    /// <summary>An earlier attempt failed and is retried.</summary>
    public sealed record Retried : TriggerCause
    {
        private Retried()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new Retried();

        /// <inheritdoc/>
        public override string ToString() => nameof(Retried);
    }

    /// <summary>The build waited for running builds to end, and one has.</summary>
    public sealed record BuildEnded : TriggerCause
    {
        private BuildEnded()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new BuildEnded();

        /// <inheritdoc/>
        public override string ToString() => nameof(BuildEnded);
    }

    /// <summary>The object was released from the fuse.</summary>
    public sealed record Released : TriggerCause
    {
        private Released()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new Released();

        /// <inheritdoc/>
        public override string ToString() => nameof(Released);
    }

    /// <summary>The reaction was delayed, and the reason is gone or its time is over; see <see cref="TriggerReaction.Delayed"/>.</summary>
    public sealed record DelayEnded : TriggerCause
    {
        private DelayEnded()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new DelayEnded();

        /// <inheritdoc/>
        public override string ToString() => nameof(DelayEnded);
    }

    /// <summary>A pause has ended.</summary>
    public sealed record Resumed : TriggerCause
    {
        private Resumed()
        {
        }

        /// <summary>The only instance.</summary>
        public static TriggerCause Instance { get; } = new Resumed();

        /// <inheritdoc/>
        public override string ToString() => nameof(Resumed);
    }
}
