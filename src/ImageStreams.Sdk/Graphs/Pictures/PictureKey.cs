using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>The key by which nodes of the graph are drawn as one node of a picture.</summary>
internal readonly record struct PictureKey(PictureShape Shape, string Namespace, string Name)
{
    /// <summary>The key of all nodes that are not drawn on their own.</summary>
    public static PictureKey Rest { get; } = new(PictureShape.Rest, "", "");

    /// <summary>Creates the key of a node that is drawn on its own. Several nodes may have the same key.</summary>
    public static PictureKey FromNode(GraphNode node) => node switch
    {
        GraphNode.Tag tag => new(PictureShape.Tag, tag.Name.Namespace, tag.Name.LocalName),
        GraphNode.StreamImage image => new(
            PictureShape.StreamImage, image.Name.Namespace, $"{image.Name.Stream}@{PictureText.ShortenId(image.Name.Id)}"),
        GraphNode.Build build => new(PictureShape.Build, build.Namespace, build.Name),
        GraphNode.Workload workload => new(PictureShape.Workload, workload.Namespace, workload.Name),
        _ => new(PictureShape.ExternalImage, "", PictureText.ShortenPullSpec(((GraphNode.ExternalImage)node).PullSpec)),
    };

    /// <summary>Creates the key by stream, or by namespace for builds and workloads.</summary>
    public static PictureKey ByStream(GraphNode node) => node switch
    {
        GraphNode.Tag tag => new(PictureShape.Stream, tag.Name.Namespace, tag.Name.Stream),
        GraphNode.StreamImage image => new(PictureShape.Stream, image.Name.Namespace, image.Name.Stream),
        GraphNode.Build build => new(PictureShape.Builds, build.Namespace, ""),
        GraphNode.Workload workload => new(PictureShape.Workloads, workload.Namespace, ""),
        _ => new(PictureShape.Repository, "", GetRepository(node)),
    };

    /// <summary>Creates the key by namespace, or by registry for images outside the streams.</summary>
    public static PictureKey ByNamespace(GraphNode node) => node switch
    {
        GraphNode.ExternalImage => new(PictureShape.Registry, "", GetRegistry(node)),
        _ => new(PictureShape.Namespace, "", FromNode(node).Namespace),
    };

    /// <summary>Compares keys by their order in a picture: by namespace, then by shape and name.</summary>
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

    /// <summary>Parses the pull spec of an image; null when it is invalid.</summary>
    private static ImageReference? Parse(GraphNode node) =>
        ImageReference.TryParse(((GraphNode.ExternalImage)node).PullSpec, out var image) ? image : null;
}
