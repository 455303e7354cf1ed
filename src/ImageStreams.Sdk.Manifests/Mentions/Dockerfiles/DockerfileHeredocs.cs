namespace ImageStreams.Manifests;

/// <summary>Finds the here-documents that instructions begin, and where they end.</summary>
internal static class DockerfileHeredocs
{
    private const int MaxHeredocs = 32;

    /// <summary>Finds the here-documents of an instruction in their order.</summary>
    public static IEnumerable<DockerfileHeredoc> Find(DockerfileInstruction instruction) =>
        instruction.Keyword is "RUN" or "COPY" or "ADD"
            ? Enumerable.Range(0, instruction.Words.Count).Select(word => Parse(instruction.GetText(word))).OfType<DockerfileHeredoc>().Take(MaxHeredocs)
            : [];

    /// <summary>Finds the line behind the end of a here-document; -1 when it has no end.</summary>
    public static int FindEnd(string text, int start, DockerfileHeredoc heredoc)
    {
        for (var at = start; at < text.Length;)
        {
            var line = DockerfileLine.Read(text, at);
            var content = text.AsSpan(line.Start, line.End - line.Start);
            if ((heredoc.StripsTabs ? content.TrimStart('\t') : content).SequenceEqual(heredoc.Name))
            {
                return line.Next;
            }

            at = line.Next;
        }

        return -1;
    }

    /// <summary>Reads a word such as <c>&lt;&lt;EOF</c>, <c>3&lt;&lt;-EOF</c> or <c>&lt;&lt;'EOF'</c>; null for any other.</summary>
    private static DockerfileHeredoc? Parse(string word)
    {
        var at = 0;
        while (at < word.Length && char.IsAsciiDigit(word[at]))
        {
            at++;
        }

        if (string.CompareOrdinal(word, at, "<<", 0, 2) != 0)
        {
            return null;
        }

        at += 2;
        var stripsTabs = at < word.Length && word[at] == '-';
        at += stripsTabs ? 1 : 0;
        var name = DockerfileWord.Unquote(word, at, word.Length);
        var isName = name.Length > 0 && word.AsSpan(name.Start, name.Length).IndexOfAny("<'\"()") < 0;
        return isName ? new DockerfileHeredoc(word[name.Start..name.End], stripsTabs) : null;
    }
}
