namespace ImageStreams.Manifests;

/// <summary>The habits of a YAML document in block style: its indentation, quotes and line ends.</summary>
internal sealed class BlockLayout
{
    private const int DefaultUnit = 2;

    public required string NewLine { get; init; }

    /// <summary>The number of blanks that an object is indented below its key.</summary>
    public required int Unit { get; init; }

    /// <summary>The number of blanks that the dashes of a list are indented below its key; often 0.</summary>
    public required int ListOffset { get; init; }

    /// <summary>The quotes of texts that need some.</summary>
    public required TextNodeStyle Quotes { get; init; }

    /// <summary>Finds the habits of a document by the first example of each.</summary>
    public static BlockLayout Find(TextTree tree, EditText text)
    {
        var unit = FindOffset(tree, text, TextNodeKind.Mapping, 1);
        return new BlockLayout
        {
            NewLine = text.NewLine,
            Unit = unit < 0 ? DefaultUnit : unit,
            ListOffset = FindOffset(tree, text, TextNodeKind.Sequence, 0) is >= 0 and var offset ? offset : 0,
            Quotes = FindQuotes(tree),
        };
    }

    private static int FindOffset(TextTree tree, EditText text, TextNodeKind kind, int minimum)
    {
        foreach (ref readonly var node in tree.Nodes)
        {
            if (node.Kind == kind && node.Style == TextNodeStyle.Block && node.KeyStart >= 0 && text.IsFirstOnLine(node.Start))
            {
                var offset = text.GetColumn(node.Start) - text.GetColumn(node.KeyStart);
                if (offset >= minimum)
                {
                    return offset;
                }
            }
        }

        return -1;
    }

    private static TextNodeStyle FindQuotes(TextTree tree)
    {
        foreach (ref readonly var node in tree.Nodes)
        {
            if (node.Kind == TextNodeKind.Scalar && node.Style is TextNodeStyle.SingleQuoted or TextNodeStyle.DoubleQuoted)
            {
                return node.Style;
            }
        }

        return TextNodeStyle.DoubleQuoted;
    }
}
