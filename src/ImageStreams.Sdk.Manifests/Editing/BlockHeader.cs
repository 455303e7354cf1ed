namespace ImageStreams.Manifests;

/// <summary>The header of a block text: <c>|</c> or <c>&gt;</c> with its indicators.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The end of the indicators, exclusive.</param>
/// <param name="Stripped">The header that strips the last line end.</param>
/// <param name="KeepsLineEnds">True when empty lines at the end belong to the text.</param>
internal readonly record struct BlockHeader(int Start, int End, string Stripped, bool KeepsLineEnds)
{
    public static bool IsBlockText(in TextNode node) =>
        node is { Kind: TextNodeKind.Scalar, Style: TextNodeStyle.Literal or TextNodeStyle.Folded };

    public static BlockHeader Find(string text, in TextNode node)
    {
        var end = node.Start + 1;
        while (end < node.End && text[end] is '+' or '-' or (>= '0' and <= '9'))
        {
            end++;
        }

        var header = text[node.Start..end];
        var stripped = header.Replace("+", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) + "-";
        return new BlockHeader(node.Start, end, stripped, header.Contains('+', StringComparison.Ordinal));
    }
}
