namespace ImageStreams.Manifests;

/// <summary>Reads the values of Helm charts: images as one text, and mappings with repository and tag, wherever they are.</summary>
internal sealed class HelmValuesReader : IMentionReader
{
    private const string Image = "image";

    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.HelmValues;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var trees = new MentionTrees(reading);
        foreach (var tree in trees.ReadAll())
        {
            for (var node = 0; node < tree.Nodes.Length; node++)
            {
                Visit(reading, trees, tree, node);
            }
        }
    }

    private static void Visit(MentionReading reading, MentionTrees trees, TextTree tree, int node)
    {
        switch (tree.Nodes[node].Kind)
        {
            case TextNodeKind.Mapping when HelmImage.Find(tree, node) is { } image:
                reading.Add(image.ToDraft());
                break;
            case TextNodeKind.Scalar when IsImageKey(tree.GetKeySpan(node)) && IsImage(tree, node):
                trees.AddImage(tree, node);
                break;
        }
    }

    private static bool IsImageKey(ReadOnlySpan<char> key) =>
        key.SequenceEqual(Image) || key.EndsWith("Image", StringComparison.Ordinal);

    /// <summary>Determines whether a text can be an image: neither an address, nor a boolean or a number.</summary>
    private static bool IsImage(TextTree tree, int node) =>
        !tree.Nodes[node].Has(TextNodeFlags.Shadowed)
        && ScalarJson.FindType(tree.Nodes[node], tree.GetTextSpan(node)) == YamlScalarType.Text
        && !tree.GetTextSpan(node).Contains("://", StringComparison.Ordinal);
}
