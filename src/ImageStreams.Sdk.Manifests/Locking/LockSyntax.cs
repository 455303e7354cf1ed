namespace ImageStreams.Manifests;

/// <summary>Reads the text of a lock into a tree: one JSON object, and nothing else.</summary>
internal static class LockSyntax
{
    private const string Ours = "<<<<<<<";
    private const string Theirs = ">>>>>>>";
    private static readonly TextLimits Limits = new() { MaxDepth = 64 };

    /// <summary>Reads a text.</summary>
    /// <exception cref="ImageLockException">The text is not one JSON value.</exception>
    public static TextTree Read(string text, string name)
    {
        if (text.Length > ImageLock.MaxLength)
        {
            throw LockErrors.TooLong(name);
        }

        var source = new SourceText(name, text.TrimStart('\uFEFF'));
        if (FindMarker(source.Text) is var marker and >= 0)
        {
            throw LockErrors.MergeConflict(source.GetPlace(marker, 1));
        }

        return RequireOne(TextReading.ReadJson(source, Limits), name);
    }

    private static TextTree RequireOne(TextReadResult result, string name) => result switch
    {
        { Problems: [var problem, ..] } => throw LockErrors.Syntax(problem),
        { Trees: [] } => throw LockErrors.Empty(name),
        { Trees: [_, var second, ..] } => throw LockErrors.SecondValue(second.GetValuePlace(0)),
        _ => result.Trees[0],
    };

    /// <summary>Finds the first line that begins with a marker of a merge, which no line of JSON does; -1 when there is none.</summary>
    private static int FindMarker(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (string.CompareOrdinal(text, at, Ours, 0, Ours.Length) == 0
                || string.CompareOrdinal(text, at, Theirs, 0, Theirs.Length) == 0)
            {
                return at;
            }

            var end = text.IndexOf('\n', at);
            at = end < 0 ? text.Length : end + 1;
        }

        return -1;
    }
}
