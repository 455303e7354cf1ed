using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Finds builds that start each other in a loop.</summary>
internal static class BuildLoops
{
    public static void Examine(GraphObjects objects, DoctorContext context)
    {
        if (objects.BuildConfigs.IsEmpty || context.IsSilenced(TriggerRules.BuildLoop))
        {
            return;
        }

        // Workloads create no images; the graph is smaller without them.
        var graph = TagGraph.Create(new GraphObjects { Streams = objects.Streams, BuildConfigs = objects.BuildConfigs });
        foreach (var loop in graph.Cycles.Where(cycle => cycle.IsSelfTriggering))
        {
            Add(loop, context);
        }
    }

    /// <summary>Adds the finding to the first trigger on the loop.</summary>
    private static void Add(GraphCycle loop, DoctorContext context)
    {
        var edge = loop.FiringPath.First(one => one.Kind == GraphEdgeKind.BuildTrigger);
        var tag = (edge.From as GraphNode.Tag)?.Name;
        var path = string.Join(" -> ", loop.FiringPath.Select(one => one.From).Append(loop.FiringPath[0].From));
        context.ForObject(edge.Field.Kind, edge.Field.Namespace, edge.Field.Name)
            .Add(TriggerRules.BuildLoop, edge.Field.Path, tag, path);
    }
}
