namespace ImageStreams.Graphs;

/// <summary>Images outside the streams that builds push to, and the tags that import them.</summary>
/// <remarks>
/// Only such an image is linked with the tags that import it. All others are stored in the tags themselves and have no node:
/// nothing in the graph moves them.
/// </remarks>
internal sealed class PushedImages(GraphRows rows)
{
    /// <summary>The images that a build has started or stopped pushing to.</summary>
    private readonly HashSet<int> _changed = [];

    /// <summary>Links a tag with the image that it imports, where a build of the graph pushes to the image.</summary>
    public void LinkImport(int node, string pullSpec, bool isScheduled)
    {
        if (rows.PushedImages > 0
            && rows.TryFindNode(NodeKey.ExternalImage(ExternalImages.GetName(pullSpec)), out var image)
            && IsMarked(image))
        {
            var firing = isScheduled ? EdgeFiring.Automatic : EdgeFiring.Manual;
            rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Imports, firing));
        }
    }

    /// <summary>Records that a build starts or stops pushing to a node.</summary>
    public void Track(int output)
    {
        if (rows.GetNode(output).Kind == NodeKind.ExternalImage)
        {
            _changed.Add(output);
        }
    }

    /// <summary>Links the images that builds now push to with the tags that import them, and unlinks the others.</summary>
    public void Apply()
    {
        foreach (var image in _changed.Where(image => IsMarked(image) && !IsPushed(image)))
        {
            Mark(image, by: -1);
            rows.UnlinkOut(image, static kind => kind == GraphEdgeKind.Imports);
        }

        _changed.RemoveWhere(image => IsMarked(image) || !IsPushed(image));
        foreach (var image in _changed)
        {
            Mark(image, by: 1);
        }

        if (_changed.Count > 0)
        {
            LinkImports();
        }
    }

    /// <summary>Links all tags that import what has just been marked.</summary>
    private void LinkImports()
    {
        foreach (var image in _changed)
        {
            var name = (string)rows.GetObject(rows.GetNode(image).Owner)!;
            foreach (var node in rows.FindImporters(name))
            {
                LinkImport(node, name, rows.FindReference(node)!.ImportPolicy.Scheduled);
            }
        }
    }

    private bool IsPushed(int image) => rows.GetNode(image).FirstIn != NodeRow.None;

    private bool IsMarked(int image) => rows.GetNode(image).Position > 0;

    private void Mark(int image, int by)
    {
        rows.ChangeNode(image).Position += by;
        rows.PushedImages += by;
    }
}
