using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Finds builds that go round for ever.</summary>
internal static class BuildLoops
{
    public static void Examine(GraphObjects objects, DoctorContext context)
    {
        if (objects.BuildConfigs.IsEmpty || context.IsSilenced(TriggerRules.BuildLoop))
        {
            return;
        }

        // Workloads make no image; without them the graph is smaller.
        var graph = TagGraph.Create(new GraphObjects { Streams = objects.Streams, BuildConfigs = objects.BuildConfigs });
        foreach (var loop in graph.Cycles.Where(cycle => cycle.IsSelfTriggering))
        {
            Add(loop, context);
        }
    }

    /// <summary>The finding is that of the first trigger on the way round.</summary>
    private static void Add(GraphCycle loop, DoctorContext context)
    {
        var edge = loop.FiringPath.First(one => one.Kind == GraphEdgeKind.BuildTrigger);
        var tag = edge.From is GraphNode.Tag { Name: var name } ? name : null;
        context.ForObject(edge.Field.Kind, edge.Field.Namespace, edge.Field.Name)
            .Add(TriggerRules.BuildLoop, edge.Field.Path, FindingTexts.BuildLoop(loop), tag);
    }
}
