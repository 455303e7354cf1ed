namespace ImageStreams.Manifests;

/// <summary>Finds the line before an error that was to be a key and its value, but lacks the blank after the colon: <c>name:web</c>.
/// </summary>
/// <remarks>YAML reads such a line, and those below it, as one text, and the parser blames the first colon after it.</remarks>
internal static class GluedColon
{
    public static TextSyntaxException? Find(YamlFailure failure)
    {
        var line = failure.Text.LastIndexOf('\n', Math.Max(failure.Start - 1, 0)) + 1;
        var indentation = CountBlanks(failure.Text, line);
        var found = -1;
        while (FindPrevious(failure, line) is { } previous
            && CountBlanks(failure.Text, previous) == indentation
            && FindColon(failure.Text, previous + indentation) is var colon and >= 0)
        {
            found = colon;
            line = previous;
        }

        return found < 0 || !failure.Message.Contains("invalid mapping", StringComparison.Ordinal) ? null : new TextSyntaxException(ManifestProblemKind.Syntax, found, TextSyntaxTexts.GluedColon);
    }

    private static int? FindPrevious(YamlFailure failure, int line) =>
        line <= failure.Section.Start + 1 ? null : failure.Text.LastIndexOf('\n', line - 2) + 1;

    private static int CountBlanks(string text, int line)
    {
        var at = line;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - line;
    }

    /// <summary>Finds the colon of a key without a blank after it; -1 when the line has none, or is the beginning of a URL.</summary>
    private static int FindColon(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.'))
        {
            at++;
        }

        var isGlued = at > start && at + 1 < text.Length && text[at] == ':' && !char.IsWhiteSpace(text[at + 1]) && text[at + 1] != '/';
        return isGlued ? at : -1;
    }
}
