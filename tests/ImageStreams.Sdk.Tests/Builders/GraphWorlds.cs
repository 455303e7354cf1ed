using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builders;

/// <summary>Graphs of a few objects, and their edges as text.</summary>
internal static class GraphWorlds
{
    /// <summary>A graph of streams, builds, deployment configurations and workloads in any order.</summary>
    public static TagGraph AGraph(params object[] objects) => TagGraph.Create(Objects(objects));

    public static GraphObjects Objects(params object[] objects) => new()
    {
        Streams = objects.OfType<ImageStream>().ToValueList(),
        BuildConfigs = objects.OfType<BuildConfig>().ToValueList(),
        DeploymentConfigs = objects.OfType<DeploymentConfig>().ToValueList(),
        Workloads = objects.OfType<Workload>().ToValueList(),
    };

    /// <summary>The name of a tag in the namespace of most tests, or in another.</summary>
    public static ImageStreamTagName Named(string name, string ns = StreamBuilder.Namespace)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return ImageStreamTagName.FromParts(ns, stream, tag);
    }

    /// <summary>Asserts all edges of a graph, each as it is shown to a person, in the order of their ends.</summary>
    public static void AssertEdges(TagGraph graph, params string[] edges) =>
        Assert.Equal(edges, graph.ToSlice().Edges.Select(edge => edge.ToString()));
}
