namespace ImageStreams.Manifests;

/// <summary>Splits an instruction at its blanks; those in quotes and behind the escape character do not count.</summary>
internal static class DockerfileWords
{
    /// <summary>Splits a text; a quote that is not closed is an ordinary character.</summary>
    public static List<DockerfileWord> Split(string text, char escape)
    {
        var words = new List<DockerfileWord>();
        var last = (Single: text.LastIndexOf('\''), Double: text.LastIndexOf('"'));
        for (var at = SkipBlanks(text, 0); at < text.Length; at = SkipBlanks(text, at))
        {
            var start = at;
            while (at < text.Length && !IsBlank(text[at]))
            {
                at = SkipUnit(text, at, escape, last);
            }

            words.Add(new DockerfileWord(start, at));
        }

        return words;
    }

    /// <summary>Moves behind a character, what it escapes, or the quotes that it begins.</summary>
    private static int SkipUnit(string text, int at, char escape, (int Single, int Double) last)
    {
        var character = text[at];
        if (character == escape)
        {
            return Math.Min(at + 2, text.Length);
        }

        var end = character switch { '\'' => last.Single, '"' => last.Double, _ => at };
        return end > at ? SkipQuotes(text, at, character, escape) : at + 1;
    }

    private static int SkipQuotes(string text, int start, char quote, char escape)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == escape && quote == '"' ? 2 : 1;
        }

        return Math.Min(at + 1, text.Length);
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\v' or '\f' or '\r' or '\n';
}
