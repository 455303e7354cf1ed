namespace ImageStreams.Manifests;

/// <summary>The directives in the first comments of a Dockerfile: <c># escape=</c> and <c># syntax=</c>.</summary>
internal sealed class DockerfileDirectives
{
    /// <summary>The character that continues lines.</summary>
    public char Escape { get; private set; } = '\\';

    /// <summary>The place of the image that reads the file; none when there is no such directive.</summary>
    public TextSpan Syntax { get; private set; } = TextSpan.None;

    /// <summary>Reads the directives: they end at the first line that is none.</summary>
    public static DockerfileDirectives Read(string text)
    {
        var directives = new DockerfileDirectives();
        var line = DockerfileLine.Read(text, 0);
        line = text.StartsWith("#!", StringComparison.Ordinal) ? DockerfileLine.Read(text, line.Next) : line;
        while (line.Start < text.Length && directives.ReadLine(text, line))
        {
            line = DockerfileLine.Read(text, line.Next);
        }

        return directives;
    }

    private bool ReadLine(string text, DockerfileLine line)
    {
        var at = line.FindContent(text);
        var content = text.AsSpan(at, line.End - at);
        var equals = content.IndexOf('=');
        if (!content.StartsWith("#") || equals < 0)
        {
            return false;
        }

        var name = content[1..equals].Trim();
        var isWord = !name.IsEmpty && name.IndexOfAnyExceptInRange('!', '~') < 0;
        if (isWord)
        {
            Set(name, Trim(text, at + equals + 1, line.End), text);
        }

        return isWord;
    }

    private void Set(ReadOnlySpan<char> name, TextSpan value, string text)
    {
        if (name.Equals("escape", StringComparison.OrdinalIgnoreCase) && value.Length == 1)
        {
            Escape = text[value.Start];
        }
        else if (name.Equals("syntax", StringComparison.OrdinalIgnoreCase) && value.Length > 0 && Syntax.Start < 0)
        {
            Syntax = value;
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        var content = text.AsSpan(start, end - start);
        var first = start + content.Length - content.TrimStart().Length;
        return new TextSpan(first, Math.Max(first, start + content.TrimEnd().Length));
    }
}
