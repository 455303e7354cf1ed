namespace ImageStreams.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
internal sealed record CodeBlock(string Page, int Line, string Language, string Text)
{
    private const string Fence = "```";

    /// <summary>The blocks of a page, in their order.</summary>
    public static IEnumerable<CodeBlock> In(string page)
    {
        var lines = Repository.Read(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                Assert.True(end > i, $"{page}({i + 1}): the block has no end");
                var text = string.Join('\n', lines[(i + 1)..end]);
                yield return new CodeBlock(page, i + 1, lines[i][Fence.Length..], text);
                i = end;
            }
        }
    }
}
