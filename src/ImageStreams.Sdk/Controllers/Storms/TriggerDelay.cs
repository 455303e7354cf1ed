using System.Globalization;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The reason for which the reaction of an object whose triggers fire has to wait.</summary>
public abstract record TriggerDelay
{
    private TriggerDelay()
    {
    }

    /// <summary>The time at which the triggers are evaluated again at the latest; null when no time ends the wait.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The reason in one sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    private static string Show(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "never";

    private static string Show(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);

    /// <summary>The object, a stream that fires it or everything is paused, until it is resumed.</summary>
    public sealed record Paused : TriggerDelay
    {
        /// <summary>The pause.</summary>
        public required TriggerPause Pause { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Pause.Explanation;
    }

    /// <summary>No change is allowed now; see <see cref="TriggerControllerOptions.ChangeWindows"/>.</summary>
    public sealed record OutsideChangeWindow : TriggerDelay
    {
        /// <inheritdoc/>
        public override string Explanation => Until is null
            ? "No change is allowed now, and no change window opens."
            : $"No change is allowed now; the next change window opens at {Show(Until)}.";
    }

    /// <summary>A tag has pointed to its image for too short a time.</summary>
    public sealed record Immature : TriggerDelay
    {
        /// <summary>The tag.</summary>
        public required ImageStreamTagName Tag { get; init; }

        /// <summary>The time at which the image was first seen in the tag.</summary>
        public required DateTimeOffset FirstSeen { get; init; }

        /// <summary>The time that an image must have been in the tag.</summary>
        public required TimeSpan Delay { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{Tag} has its image since {Show(FirstSeen)}, and it is taken after {Show(Delay)}, at {Show(Until)}.";
    }

    /// <summary>A base image of the build is being built.</summary>
    public sealed record UpstreamBuild : TriggerDelay
    {
        /// <summary>The build configuration whose build is queued, waits or runs.</summary>
        public required TriggerObject Upstream { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{Upstream} builds a new base image first; without one, the build starts at {Show(Until)}.";
    }

    /// <summary>As many builds were started as are allowed within a time.</summary>
    public sealed record BuildRate : TriggerDelay
    {
        /// <summary>The highest number of builds.</summary>
        public required int MaxBuilds { get; init; }

        /// <summary>The time in which they are counted.</summary>
        public required TimeSpan Window { get; init; }

        /// <inheritdoc/>
        public override string Explanation =>
            $"{Quantity.Format(MaxBuilds, "build")} may start within {Show(Window)}; the next one may at {Show(Until)}.";
    }
}
