namespace ImageStreams.Graphs;

/// <content>Images that builds push to registries, and that tags import from there.</content>
internal sealed partial class GraphEditor
{
    /// <summary>Links a tag to what it imports, where a build of the graph pushes that.</summary>
    /// <remarks>
    /// All other images outside are seen in the tag itself and have no node: nothing in the graph makes them move.
    /// </remarks>
    private void Import(int node, string pullSpec, bool isScheduled)
    {
        if (_rows.PushedImages > 0
            && _rows.TryFindOther(NodeKey.ExternalImage(ExternalImages.NameOf(pullSpec)), out var image)
            && _rows.Node(image).Position > 0)
        {
            var firing = isScheduled ? EdgeFiring.Automatic : EdgeFiring.Manual;
            _rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Imports, firing));
        }
    }

    /// <summary>Notes that builds push these images, and links all tags that import them: one look at every tag.</summary>
    private void MarkPushed(HashSet<int> images)
    {
        images.RemoveWhere(image => _rows.Node(image).Position > 0);
        foreach (var image in images)
        {
            _rows.ChangeNode(image).Position = 1;
            _rows.PushedImages++;
        }

        for (var node = 0; images.Count > 0 && node < _rows.NodeCount; node++)
        {
            if (_rows.Node(node).Kind == NodeKind.Tag
                && WishOf(node) is { From: { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec } } wish
                && _rows.TryFindOther(NodeKey.ExternalImage(ExternalImages.NameOf(pullSpec)), out var image)
                && images.Contains(image))
            {
                Import(node, pullSpec, wish.ImportPolicy.Scheduled);
            }
        }
    }
}
