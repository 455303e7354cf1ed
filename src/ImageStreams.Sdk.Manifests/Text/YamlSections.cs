namespace ImageStreams.Manifests;

/// <summary>Splits YAML at its lines <c>---</c>, which begin a document wherever they stand; what is broken in one document cannot
/// spoil the next.</summary>
internal static class YamlSections
{
    /// <summary>Gets a value indicating whether the sections must be read one by one whatever they say: there is but one, or a line may be
    /// a directive, whose document a section ends and a parser of the whole text may not, or may begin a document for the parser
    /// alone.</summary>
    public static bool AreSeparate(string text) => text.StartsWith('%') || text.Contains("\n%", StringComparison.Ordinal)
        || text.Length == 0 || FindMarker(text, 1) < 0 || HasOtherMarker(text);

    /// <summary>Counts the lines that begin a document.</summary>
    public static int CountMarkers(string text)
    {
        var count = 0;
        for (var at = FindMarker(text, 0); at >= 0; at = FindMarker(text, at + 3))
        {
            count++;
        }

        return count;
    }

    public static IEnumerable<YamlSection> Split(string text)
    {
        var start = 0;
        var scanned = 0;
        for (var at = FindMarker(text, 0); at >= 0; at = FindMarker(text, at + 3))
        {
            var next = FindDirectives(text, scanned, at);
            if (next > start)
            {
                yield return new YamlSection(start, next);
            }

            start = next;
            scanned = at;
        }

        yield return new YamlSection(start, text.Length);
    }

    /// <summary>Finds the next line that begins with three dashes and a blank.</summary>
    private static int FindMarker(string text, int from)
    {
        while (true)
        {
            var at = text.IndexOf("---", from, StringComparison.Ordinal);
            if (at < 0 || IsMarker(text, at))
            {
                return at;
            }

            from = at + 1;
        }
    }

    /// <summary>Gets a value indicating whether three dashes stand after a line end that only the parser takes for one.</summary>
    private static bool HasOtherMarker(string text)
    {
        for (var at = text.IndexOf("---", StringComparison.Ordinal); at >= 0; at = text.IndexOf("---", at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && text[at - 1] is '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarker(string text, int at) =>
        (at == 0 || text[at - 1] == '\n') && (at + 3 == text.Length || text[at + 3] is ' ' or '\t' or '\r' or '\n');

    /// <summary>Finds where the directives of a document begin, such as <c>%YAML 1.2</c>: they stand between the start of the text,
    /// or a line <c>...</c>, and the line <c>---</c>.</summary>
    private static int FindDirectives(string text, int start, int marker)
    {
        var body = text.AsSpan(start, marker - start);
        var end = body.LastIndexOf("\n...");
        var from = end >= 0 ? SkipLine(text, start + end + 1) : 0;
        return (end >= 0 || start == 0) && from < marker && HasOnlyDirectives(text.AsSpan(from, marker - from)) ? from : marker;
    }

    private static int SkipLine(string text, int at) => text.IndexOf('\n', at) + 1;

    private static bool HasOnlyDirectives(ReadOnlySpan<char> text)
    {
        var found = false;
        foreach (var line in text.EnumerateLines())
        {
            found |= line.StartsWith("%");
            if (!line.IsWhiteSpace() && line[0] is not ('%' or '#'))
            {
                return false;
            }
        }

        return found;
    }
}
