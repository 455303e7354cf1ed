namespace ImageStreams.Manifests;

/// <content>Places in JSON texts that are scalars themselves.</content>
internal sealed partial class TextTree
{
    /// <summary>Finds the place of the deepest value on a path from a node, down into a JSON text that a scalar has.</summary>
    public TextPlace FindNearestPlace(string path, int from = 0)
    {
        var (node, rest) = Walk(path, from);
        var offset = rest.Length > 0 && nodes[Resolve(node)].Kind == TextNodeKind.Scalar
            ? EmbeddedJson.FindNearest(GetText(node), rest)
            : -1;
        return offset < 0 ? GetPlace(node) : GetPlaceIn(node, offset);
    }

    /// <summary>Finds the place of the first mistake in the JSON text that a scalar should have; null when there is none.</summary>
    public TextPlace? FindFlawPlace(string path, int from = 0)
    {
        var (node, rest) = Walk(path, from);
        var isText = rest.Length == 0 && nodes[Resolve(node)].Kind == TextNodeKind.Scalar;
        var offset = isText ? EmbeddedJson.FindFlaw(GetText(node)) : -1;
        return offset < 0 ? null : GetPlaceIn(node, offset);
    }

    private TextPlace GetPlaceIn(int node, int offset) =>
        Source.GetPlace(ScalarOffsets.ToSource(this, Resolve(node), offset), Document);
}
