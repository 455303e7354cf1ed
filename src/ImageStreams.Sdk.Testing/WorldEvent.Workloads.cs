using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <content>The events of objects with triggers.</content>
public abstract partial record WorldEvent
{
    /// <summary>An object was created or changed.</summary>
    public sealed record Applied : AboutObject
    {
        /// <summary>Gets a value indicating whether the object was created.</summary>
        public bool IsNew { get; init; }

        /// <inheritdoc/>
        public override string Kind => IsNew ? "created" : "changed";

        /// <inheritdoc/>
        public override string Details => "";
    }

    /// <summary>An object was deleted.</summary>
    public sealed record Deleted : AboutObject
    {
        /// <inheritdoc/>
        public override string Kind => "deleted";

        /// <inheritdoc/>
        public override string Details => "";
    }

    /// <summary>A trigger gave a container another image.</summary>
    public sealed record ImagePatched : AboutObject
    {
        /// <summary>The container's name.</summary>
        public required string Container { get; init; }

        /// <summary>The former image; empty when there was none.</summary>
        public required string From { get; init; }

        /// <summary>The new image.</summary>
        public required string To { get; init; }

        /// <inheritdoc/>
        public override string Kind => "image patched";

        /// <inheritdoc/>
        public override string Details => $"{Container} from {(string.IsNullOrWhiteSpace(From) ? "no image" : From)} to {To}";
    }

    /// <summary>A workload got new pods.</summary>
    public sealed record RolledOut : AboutObject
    {
        /// <summary>The number of the rollout, from 1.</summary>
        public required long Revision { get; init; }

        /// <summary>The images of the containers, each with its container.</summary>
        public required ValueList<string> Images { get; init; }

        /// <inheritdoc/>
        public override string Kind => "rolled out";

        /// <inheritdoc/>
        public override string Details => $"revision {Revision} with {string.Join(", ", Images)}";
    }

    /// <summary>A trigger had no effect.</summary>
    public sealed record Skipped : AboutObject
    {
        /// <summary>The status of the trigger; null when the triggers could not be read.</summary>
        public TriggerStatus? Status { get; init; }

        /// <summary>The reason in one sentence.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "skipped";

        /// <inheritdoc/>
        public override string Details => Reason;
    }

    /// <summary>The reaction of triggers failed and is retried.</summary>
    public sealed record Postponed : AboutObject
    {
        /// <summary>The reason in one sentence.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "postponed";

        /// <inheritdoc/>
        public override string Details => Reason;
    }

    /// <summary>The fuse paused an object.</summary>
    public sealed record FuseOpened : WorldEvent
    {
        /// <summary>The object, and the reason for the pause.</summary>
        public required TriggerFuseTrip Trip { get; init; }

        /// <inheritdoc/>
        public override string Kind => "fuse opened";

        /// <inheritdoc/>
        public override string Subject => Trip.Object.ToString();

        /// <inheritdoc/>
        public override string Details => Trip.Explanation;
    }

    /// <summary>The fuse released an object.</summary>
    public sealed record FuseReleased : AboutObject
    {
        /// <inheritdoc/>
        public override string Kind => "fuse released";

        /// <inheritdoc/>
        public override string Details => "";
    }
}
