using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>The outcome of resolving one tag across streams.</summary>
public sealed record TagOutcome
{
    /// <summary>The tag.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The kind of the outcome.</summary>
    public required TagOutcomeKind Kind { get; init; }

    /// <summary>
    /// The tag that decides: the one with the image, or the last one on the path; in a cycle, the first tag that is reached
    /// again.
    /// </summary>
    public required ImageStreamTagName Decider { get; init; }

    /// <summary>The number of references that were followed; in a cycle, up to the first tag that is reached again.</summary>
    public required int Hops { get; init; }

    /// <summary>
    /// The builds that may push the first image of the tag that decides, without those that are built from it, in the byte
    /// order of their names; empty unless the outcome is <see cref="TagOutcomeKind.PendingBuild"/>.
    /// </summary>
    public ValueList<GraphNode.Build> Builds { get; init; }

    /// <summary>The outcome and its reason in one sentence.</summary>
    public string Explanation => OutcomeTexts.Explain(this);

    /// <summary>Gets a value indicating whether the stream of the tag that decides does not exist, so that its build
    /// cannot start.</summary>
    internal bool LacksStream { get; init; }

    /// <summary>Returns the tag, the outcome, the tag that decides, and the builds that push it.</summary>
    public override string ToString() => OutcomeTexts.Format(this);
}
