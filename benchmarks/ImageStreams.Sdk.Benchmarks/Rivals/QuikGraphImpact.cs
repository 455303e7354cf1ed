using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Workloads;
using QuikGraph;
using QuikGraph.Algorithms.Search;

namespace ImageStreams.Benchmarks.Rivals;

/// <summary>Tags, builds and workloads as a graph of QuikGraph; impact is what its breadth-first search visits.</summary>
public sealed class QuikGraphImpact
{
    private const string Builds = "build";
    private const string Rollouts = "rollout";
    private const string Tags = "tag";

    private readonly AdjacencyGraph<(string Kind, string Name), SEdge<(string Kind, string Name)>> _graph = new();

    public QuikGraphImpact(ImpactInput input)
    {
        foreach (var config in input.BuildConfigs)
        {
            Connect((Tags, config.Spec.Strategy.From!.Name!), (Builds, config.Metadata.Name!));
            Connect((Builds, config.Metadata.Name!), (Tags, config.Spec.Output.To!.Name!));
        }

        foreach (var metadata in input.Deployments.Select(deployment => deployment.ToJsonElement().GetProperty("metadata")))
        {
            var annotation = metadata.GetProperty("annotations").GetProperty(ObjectFieldTrigger.AnnotationName).GetString()!;
            foreach (var trigger in TriggerAnnotation.Parse(annotation))
            {
                Connect((Tags, trigger.From.Name), (Rollouts, metadata.GetProperty("name").GetString()!));
            }
        }
    }

    /// <summary>
    /// The number of builds and rollouts that a change of a tag starts, and of waves: the first is what the tag itself
    /// starts, the next what the images of these builds start.
    /// </summary>
    public (long Builds, long Rollouts, long Waves) GetImpact(string tag)
    {
        var distances = new Dictionary<(string Kind, string Name), long> { [(Tags, tag)] = 0 };
        var search = new BreadthFirstSearchAlgorithm<(string Kind, string Name), SEdge<(string Kind, string Name)>>(_graph);
        search.TreeEdge += edge => distances[edge.Target] = distances[edge.Source] + 1;
        search.Compute((Tags, tag));

        var impacted = distances.Where(one => one.Key.Kind != Tags).ToList();
        var builds = impacted.Count(one => one.Key.Kind == Builds);
        return (builds, impacted.Count - builds, impacted.Max(one => (one.Value + 1) / 2));
    }

    private void Connect((string Kind, string Name) from, (string Kind, string Name) to) =>
        _ = _graph.AddVerticesAndEdge(new SEdge<(string Kind, string Name)>(from, to));
}
