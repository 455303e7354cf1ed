namespace ImageStreams.Graphs;

/// <content>Images that builds push to registries, and that tags import from there.</content>
internal sealed partial class GraphEditor
{
    /// <summary>Images outside to which some build has begun or ceased to push.</summary>
    private readonly HashSet<int> _pushed = [];

    /// <summary>Links a tag to what it imports, where a build of the graph pushes that.</summary>
    /// <remarks>
    /// All other images outside are seen in the tag itself and have no node: nothing in the graph makes them move.
    /// </remarks>
    private void Import(int node, string pullSpec, bool isScheduled)
    {
        if (_rows.PushedImages > 0
            && _rows.TryFindOther(NodeKey.ExternalImage(ExternalImages.GetName(pullSpec)), out var image)
            && IsMarked(image))
        {
            var firing = isScheduled ? EdgeFiring.Automatic : EdgeFiring.Manual;
            _rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Imports, firing));
        }
    }

    private void TrackPush(int output)
    {
        if (_rows.GetNode(output).Kind == NodeKind.ExternalImage)
        {
            _pushed.Add(output);
        }
    }

    /// <summary>Links what builds now push with the tags that import it, and cuts off what they no longer push.</summary>
    private void ApplyPushes()
    {
        foreach (var image in _pushed.Where(image => IsMarked(image) && !IsPushed(image)))
        {
            Mark(image, by: -1);
            _rows.UnlinkOut(image, static kind => kind == GraphEdgeKind.Imports);
        }

        _pushed.RemoveWhere(image => IsMarked(image) || !IsPushed(image));
        foreach (var image in _pushed)
        {
            Mark(image, by: 1);
        }

        LinkImports();
    }

    /// <summary>Links all tags that import what has just been marked: one look at every tag.</summary>
    private void LinkImports()
    {
        for (var node = 0; _pushed.Count > 0 && node < _rows.NodeCount; node++)
        {
            if (_rows.GetNode(node).Kind == NodeKind.Tag
                && FindReference(node) is { From: { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec } } specTag
                && _rows.TryFindOther(NodeKey.ExternalImage(ExternalImages.GetName(pullSpec)), out var image)
                && _pushed.Contains(image))
            {
                Import(node, pullSpec, specTag.ImportPolicy.Scheduled);
            }
        }
    }

    private bool IsPushed(int image) => _rows.GetNode(image).FirstIn != NodeRow.None;

    private bool IsMarked(int image) => _rows.GetNode(image).Position > 0;

    private void Mark(int image, int by)
    {
        _rows.ChangeNode(image).Position += by;
        _rows.PushedImages += by;
    }
}
