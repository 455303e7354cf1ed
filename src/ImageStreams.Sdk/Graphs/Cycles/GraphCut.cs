namespace ImageStreams.Graphs;

/// <summary>The place where to cut a <see cref="GraphCycle"/>, and the reason to cut it there.</summary>
public sealed record GraphCut
{
    /// <summary>The edge to remove; its <see cref="GraphEdge.Field"/> is the place.</summary>
    public required GraphEdge Edge { get; init; }

    /// <summary>The reason, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Returns the field and the reason.</summary>
    public override string ToString() => $"{Edge.Field}: {Reason}";

    /// <summary>Finds the place in a cycle.</summary>
    internal static GraphCut Find(GraphCycle cycle)
    {
        if (cycle.FiringPath.Concat(cycle.Path).FirstOrDefault(IsTrigger) is { } trigger)
        {
            return new GraphCut { Edge = trigger, Reason = ExplainTrigger(cycle, trigger) };
        }

        var last = cycle.Path[^1];
        return new GraphCut { Edge = last, Reason = cycle.Kind == GraphCycleKind.TagCycle ? ExplainTag(last) : ExplainInput(last) };
    }

    private static bool IsTrigger(GraphEdge edge) => edge.Kind == GraphEdgeKind.BuildTrigger;

    private static string ExplainTrigger(GraphCycle cycle, GraphEdge trigger) => cycle.IsSelfTriggering
        ? $"without this trigger, {trigger.From} no longer starts {trigger.To} by itself, and the build keeps its base."
        : $"the loop does not run by itself now; without this trigger it never does, and {trigger.To} keeps its base.";

    private static string ExplainTag(GraphEdge reference) =>
        $"the tags only follow each other, so none gets an image until one, such as {reference.To}, follows something else.";

    private static string ExplainInput(GraphEdge input) =>
        $"no trigger is in the loop, and it ends only when {input.From} is no longer the source of {input.To}.";
}
