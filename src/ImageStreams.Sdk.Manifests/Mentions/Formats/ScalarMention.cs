namespace ImageStreams.Manifests;

/// <summary>Reads image names from scalars.</summary>
internal static class ScalarMention
{
    /// <summary>Creates a draft of the name in a scalar.</summary>
    /// <param name="tree">The document.</param>
    /// <param name="node">The scalar.</param>
    /// <param name="skipped">The number of characters before the name.</param>
    /// <param name="source">The text of the file.</param>
    public static MentionDraft Create(TextTree tree, int node, int skipped, string source)
    {
        var span = GetSpan(tree, node);
        var isPart = IsPart(tree, node);
        var name = isPart ? new TextSpan(span.Start + skipped, span.End) : span;
        var value = isPart ? Expand(source, name) : new VariableValue([], MentionTexts.Escaped);
        return MentionDraft.Create(tree.GetPath(node), name, value, tree.Document);
    }

    /// <summary>Gets the place of the text of a scalar, without its quotes.</summary>
    public static TextSpan GetSpan(TextTree tree, int node)
    {
        ref readonly var found = ref tree.Nodes[node];
        var quote = found.Style is (TextNodeStyle.SingleQuoted or TextNodeStyle.DoubleQuoted) && found.End - found.Start >= 2 ? 1 : 0;
        return new TextSpan(found.Start + quote, found.End - quote);
    }

    private static VariableValue Expand(string source, TextSpan span)
    {
        if (source.AsSpan(span.Start, span.Length).Contains("{{", StringComparison.Ordinal))
        {
            return new VariableValue([], MentionTexts.OtherVariable);
        }

        var text = MappedText.Create(source, span.Start, span.End);
        return new VariableExpansion(text, _ => null).Expand(0, span.Length);
    }

    /// <summary>Determines whether a scalar stands in the file as it is.</summary>
    private static bool IsPart(TextTree tree, int node)
    {
        ref readonly var found = ref tree.Nodes[node];
        return !found.Has(TextNodeFlags.HasText)
            && found.Style is (TextNodeStyle.Plain or TextNodeStyle.SingleQuoted or TextNodeStyle.DoubleQuoted)
            && found.End > found.Start;
    }
}
