using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>What one node of a picture is made of: all nodes of the graph with this key.</summary>
internal readonly record struct PictureKey(PictureShape Shape, string Namespace, string Name)
{
    /// <summary>All that does not get a node of its own.</summary>
    public static PictureKey Rest { get; } = new(PictureShape.Rest, "", "");

    /// <summary>The key of a node that is drawn by itself; others may have the same one.</summary>
    public static PictureKey Alone(GraphNode node) => node switch
    {
        GraphNode.Tag tag => new(PictureShape.Tag, tag.Name.Namespace, tag.Name.LocalName),
        GraphNode.StreamImage image => new(
            PictureShape.StreamImage, image.Name.Namespace, $"{image.Name.Stream}@{PictureText.ShortId(image.Name.Id)}"),
        GraphNode.Build build => new(PictureShape.Build, build.Namespace, build.Name),
        GraphNode.Workload workload => new(PictureShape.Workload, workload.Namespace, workload.Name),
        _ => new(PictureShape.ExternalImage, "", PictureText.ShortPullSpec(((GraphNode.ExternalImage)node).PullSpec)),
    };

    /// <summary>By stream, and the builds and workloads by namespace.</summary>
    public static PictureKey ByStream(GraphNode node) => node switch
    {
        GraphNode.Tag tag => new(PictureShape.Stream, tag.Name.Namespace, tag.Name.Stream),
        GraphNode.StreamImage image => new(PictureShape.Stream, image.Name.Namespace, image.Name.Stream),
        GraphNode.Build build => new(PictureShape.Builds, build.Namespace, ""),
        GraphNode.Workload workload => new(PictureShape.Workloads, workload.Namespace, ""),
        _ => new(PictureShape.Repository, "", GetRepository(node)),
    };

    /// <summary>By namespace, and images from elsewhere by registry.</summary>
    public static PictureKey ByNamespace(GraphNode node) => node switch
    {
        GraphNode.ExternalImage => new(PictureShape.Registry, "", GetRegistry(node)),
        _ => new(PictureShape.Namespace, "", Alone(node).Namespace),
    };

    /// <summary>Negative when this comes first in a picture: namespaces by their bytes, and what is in them.</summary>
    public static int Compare(PictureKey left, PictureKey right)
    {
        var order = Utf8Order.Compare(left.Namespace, right.Namespace);
        order = order != 0 ? order : left.Shape.CompareTo(right.Shape);
        return order != 0 ? order : Utf8Order.Compare(left.Name, right.Name);
    }

    private static string GetRepository(GraphNode node) => Parse(node) is { } image
        ? string.Join('/', new[] { image.Registry, image.Namespace, image.Name }.Where(part => part.Length > 0))
        : "";

    private static string GetRegistry(GraphNode node) => Parse(node)?.Registry ?? "";

    /// <summary>What an image's pull spec says; null when it is none.</summary>
    private static ImageReference? Parse(GraphNode node) =>
        ImageReference.TryParse(((GraphNode.ExternalImage)node).PullSpec, out var image) ? image : null;
}
