using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The decision of all gates of a tag on one image.</summary>
public abstract record GateDecision
{
    private GateDecision()
    {
    }

    /// <summary>The result of each gate, in order.</summary>
    public ValueList<TagGateResult> Results { get; init; }

    /// <summary>The decision in a sentence, or more.</summary>
    public abstract string Explanation { get; }

    /// <summary>
    /// The next time at which a gate has another result by itself, after the time of the decision; null when something else must
    /// change first.
    /// </summary>
    public virtual DateTimeOffset? NextLook => null;

    /// <summary>All gates let the tag move.</summary>
    public sealed record Open : GateDecision
    {
        /// <inheritdoc/>
        public override string Explanation => Results.IsEmpty ? "The tag has no gates." : "All gates are open.";
    }

    /// <summary>A gate does not let the tag move yet, and none refuses the image.</summary>
    public sealed record Held : GateDecision
    {
        /// <inheritdoc/>
        public override string Explanation => Join(Results, TagGateStanding.Held);

        /// <inheritdoc/>
        public override DateTimeOffset? NextLook =>
            Results.OfType<TagGateResult.Held>().Select(result => result.Until).Where(time => time is not null).Min();
    }

    /// <summary>A gate refuses the image.</summary>
    public sealed record Refused : GateDecision
    {
        /// <inheritdoc/>
        public override string Explanation => Join(Results, TagGateStanding.Refused);
    }

    /// <summary>The gates have an error; no image is taken.</summary>
    public sealed record Invalid : GateDecision
    {
        /// <summary>The error.</summary>
        public required TagPolicyError Error { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"The gates cannot be used: {Error}";
    }

    private static string Join(ValueList<TagGateResult> results, TagGateStanding standing) =>
        string.Join(' ', results.Where(result => result.Standing == standing).Select(result => result.Text));
}
