namespace ImageStreams.Manifests;

/// <summary>Turns JSON with comments into JSON of the same length: comments, and commas behind the last entry, become blanks.</summary>
internal static class JsonComments
{
    /// <summary>Masks a text; one pass.</summary>
    public static string Mask(string text) => string.Create(text.Length, text, (result, source) =>
    {
        source.CopyTo(result);
        var comma = -1;
        for (var at = 0; at < source.Length;)
        {
            var end = FindEnd(source, at);
            var isComment = source[at] == '/' && end > at + 1;
            if (isComment)
            {
                Blank(result[at..end]);
            }
            else
            {
                comma = Visit(result, source[at], at, comma);
            }

            at = end;
        }
    });

    /// <summary>Finds the end of a text in quotes, of a comment, or of a single character.</summary>
    private static int FindEnd(string text, int at) => text[at] switch
    {
        '"' => FindQuote(text, at + 1),
        '/' when StartsAt(text, at, "//") => FindOrEnd(text, "\n", at),
        '/' when StartsAt(text, at, "/*") => FindOrEnd(text, "*/", at + 2) is var end && end < text.Length ? end + 2 : text.Length,
        _ => at + 1,
    };

    /// <summary>Blanks the comma before a closing bracket, and returns the place of the comma that may be the next one.</summary>
    private static int Visit(Span<char> result, char character, int at, int comma)
    {
        if (character is ('}' or ']') && comma >= 0)
        {
            result[comma] = ' ';
        }

        return character switch
        {
            ',' => at,
            _ when char.IsWhiteSpace(character) => comma,
            _ => -1,
        };
    }

    private static int FindQuote(string text, int at)
    {
        while (at < text.Length && text[at] is not ('"' or '\n'))
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, text.Length);
    }

    private static bool StartsAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static int FindOrEnd(string text, string word, int from) =>
        from < text.Length && text.IndexOf(word, from, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;

    /// <summary>Replaces all characters but line ends, so that lines and columns stay.</summary>
    private static void Blank(Span<char> comment)
    {
        foreach (ref var character in comment)
        {
            character = character is '\r' or '\n' ? character : ' ';
        }
    }
}
