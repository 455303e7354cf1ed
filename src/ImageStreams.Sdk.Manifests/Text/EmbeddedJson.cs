namespace ImageStreams.Manifests;

/// <summary>JSON texts in scalars, such as the triggers in an annotation.</summary>
internal static class EmbeddedJson
{
    private const int MaxLength = 1_000_000;

    private static readonly TextLimits Limits = new() { MaxNodes = 100_000 };

    /// <summary>Gets a value indicating whether a text is JSON that has a value at a path.</summary>
    public static bool Has(string text, string path) => Read(text)?.FindNode(path) >= 0;

    /// <summary>Finds the offset in a JSON text of the deepest entry on a path: that of the path itself, or one around it; -1 when
    /// the text is no JSON.</summary>
    public static int FindNearest(string text, string path)
    {
        var tree = Read(text);
        if (tree is null)
        {
            return -1;
        }

        var node = tree.Nodes[tree.FindNearest(path)];
        return node.KeyStart >= 0 ? node.KeyStart : node.Start;
    }

    /// <summary>Finds the offset of the first mistake of a text that should be JSON; -1 when there is none.</summary>
    public static int FindFlaw(string text)
    {
        Read(text, out var flaw);
        return flaw;
    }

    private static TextTree? Read(string text) => Read(text, out _);

    private static TextTree? Read(string text, out int flaw)
    {
        flaw = -1;
        if (text.Length > MaxLength || !text.AsSpan().TrimStart().StartsWithAny('{', '['))
        {
            return null;
        }

        var builder = new TextTreeBuilder(new SourceText("", text), Limits);
        try
        {
            new JsonTreeReader(text, builder).Read(0);
            return builder.Build(1);
        }
        catch (TextSyntaxException error)
        {
            flaw = Math.Clamp(error.Offset, 0, text.Length);
            return null;
        }
    }

    private static bool StartsWithAny(this ReadOnlySpan<char> text, char first, char second) =>
        !text.IsEmpty && (text[0] == first || text[0] == second);
}
