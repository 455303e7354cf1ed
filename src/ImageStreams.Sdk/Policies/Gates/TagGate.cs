using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>A condition that must hold before a tag moves to what its policy chose.</summary>
public abstract record TagGate
{
    /// <summary>The longest time that a gate takes: 366 days.</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromDays(366);

    private TagGate()
    {
    }

    /// <summary>The name in texts: the word of the annotation, or the name of a check of images.</summary>
    public abstract string Name { get; }

    /// <summary>The tag must have had its image for a time.</summary>
    /// <remarks>The time counts from the first look at which the tag had this digest; another digest begins anew.</remarks>
    public sealed record Maturity : TagGate
    {
        /// <summary>The time, in whole milliseconds; more than none, at most <see cref="MaxTime"/>.</summary>
        public required TimeSpan For { get; init; }

        /// <inheritdoc/>
        public override string Name => TagGateWords.Maturity;
    }

    /// <summary>The tag moves at certain hours only.</summary>
    public sealed record Window : TagGate
    {
        /// <summary>The IANA time zone of the hours and dates, such as <c>Europe/Berlin</c>; <c>UTC</c> by default.</summary>
        public string TimeZone { get; init; } = TagGateWords.Utc;

        /// <summary>The hours of the week at which the tag may move, at most 16; null for all, never empty.</summary>
        public ValueList<GateOpening>? Open { get; init; }

        /// <summary>The days on which the tag does not move, whatever the hours say; at most 32.</summary>
        public ValueList<GateFreeze> Freezes { get; init; }

        /// <inheritdoc/>
        public override string Name => TagGateWords.Window;
    }

    /// <summary>Somebody must agree to the image.</summary>
    public sealed record Approval : TagGate
    {
        /// <summary>The names of those who may agree, at most 16; empty for anybody.</summary>
        public ValueList<string> By { get; init; }

        /// <summary>
        /// The time after which nobody may agree to the image any more, counted from the end of its maturity; null for no end.
        /// </summary>
        public TimeSpan? Expires { get; init; }

        /// <inheritdoc/>
        public override string Name => TagGateWords.Approval;
    }

    /// <summary>The tag moves at most once in a time.</summary>
    public sealed record Interval : TagGate
    {
        /// <summary>The time, in whole milliseconds; more than none, at most <see cref="MaxTime"/>.</summary>
        public required TimeSpan Every { get; init; }

        /// <inheritdoc/>
        public override string Name => TagGateWords.Interval;
    }

    /// <summary>A check must pass that looks at the image.</summary>
    public sealed record Image : TagGate
    {
        /// <summary>The name of the <see cref="IImageGate"/>: lower-case letters, digits and dashes, at most 63.</summary>
        public required string Check { get; init; }

        /// <inheritdoc/>
        public override string Name => Check;
    }
}
