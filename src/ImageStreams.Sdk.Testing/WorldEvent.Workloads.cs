using ImageStreams.Collections;
using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <content>What happens to objects with triggers.</content>
public abstract partial record WorldEvent
{
    /// <summary>Somebody created or changed an object.</summary>
    public sealed record Applied : AboutObject
    {
        /// <summary>Whether there was none before.</summary>
        public bool IsNew { get; init; }

        /// <inheritdoc/>
        public override string Kind => IsNew ? "created" : "changed";

        /// <inheritdoc/>
        public override string Details => "";
    }

    /// <summary>Somebody deleted an object.</summary>
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

        /// <summary>The image that it had; empty where it had none.</summary>
        public required string From { get; init; }

        /// <summary>The image that it has now.</summary>
        public required string To { get; init; }

        /// <inheritdoc/>
        public override string Kind => "image patched";

        /// <inheritdoc/>
        public override string Details => $"{Container} from {(string.IsNullOrWhiteSpace(From) ? "no image" : From)} to {To}";
    }

    /// <summary>A workload got new pods.</summary>
    public sealed record RolledOut : AboutObject
    {
        /// <summary>The number of the roll-out, from 1.</summary>
        public required long Revision { get; init; }

        /// <summary>What the containers run, each with its name.</summary>
        public required ValueList<string> Images { get; init; }

        /// <inheritdoc/>
        public override string Kind => "rolled out";

        /// <inheritdoc/>
        public override string Details => $"revision {Revision} with {string.Join(", ", Images)}";
    }

    /// <summary>A trigger did nothing, or nothing may be done.</summary>
    public sealed record Skipped : AboutObject
    {
        /// <summary>What became of the trigger; null where the triggers could not be read.</summary>
        public TriggerStatus? Verdict { get; init; }

        /// <summary>Why, in a sentence.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "skipped";

        /// <inheritdoc/>
        public override string Details => Reason;
    }

    /// <summary>What triggers ask for was not done, and is tried again.</summary>
    public sealed record Postponed : AboutObject
    {
        /// <summary>Why, in a sentence.</summary>
        public required string Reason { get; init; }

        /// <inheritdoc/>
        public override string Kind => "postponed";

        /// <inheritdoc/>
        public override string Details => Reason;
    }

    /// <summary>The fuse holds an object from now on.</summary>
    public sealed record FuseOpened : WorldEvent
    {
        /// <summary>The object and why it is held.</summary>
        public required TriggerFuseTrip Trip { get; init; }

        /// <inheritdoc/>
        public override string Kind => "fuse opened";

        /// <inheritdoc/>
        public override string Subject => Trip.Object.ToString();

        /// <inheritdoc/>
        public override string Details => Trip.Explanation;
    }

    /// <summary>The fuse let an object go.</summary>
    public sealed record FuseReleased : AboutObject
    {
        /// <inheritdoc/>
        public override string Kind => "fuse released";

        /// <inheritdoc/>
        public override string Details => "";
    }
}
