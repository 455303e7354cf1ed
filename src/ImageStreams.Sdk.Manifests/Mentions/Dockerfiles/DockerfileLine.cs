namespace ImageStreams.Manifests;

/// <summary>One line of a Dockerfile.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The end, exclusive, without the line end.</param>
/// <param name="Next">The offset of the next line.</param>
internal readonly record struct DockerfileLine(int Start, int End, int Next)
{
    /// <summary>Reads the line at an offset.</summary>
    public static DockerfileLine Read(string text, int start)
    {
        var feed = text.IndexOf('\n', start);
        var end = feed < 0 ? text.Length : feed;
        var next = feed < 0 ? text.Length : feed + 1;
        return new DockerfileLine(start, end > start && text[end - 1] == '\r' ? end - 1 : end, next);
    }

    /// <summary>Finds the first character that is no blank; the end when there is none.</summary>
    public int FindContent(string text)
    {
        var at = Start;
        while (at < End && text[at] is (' ' or '\t' or '\f' or '\v'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Finds the character that continues the line on the next one; -1 when there is none.</summary>
    public int FindContinuation(string text, int from, char escape)
    {
        var at = End - 1;
        while (at >= from && text[at] is (' ' or '\t'))
        {
            at--;
        }

        var isContinued = at >= from && text[at] == escape && (at == from || text[at - 1] != escape);
        return isContinued ? at : -1;
    }
}
