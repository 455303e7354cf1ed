namespace ImageStreams.Manifests;

/// <summary>Finds references <c>${X}</c>, whose names have letters, digits and underscores, as OpenShift does.</summary>
internal static class ParameterReferences
{
    public static IEnumerable<ParameterReference> Find(string text)
    {
        for (var start = FindStart(text, 0); start >= 0;)
        {
            var end = start + 2;
            while (end < text.Length && IsNameCharacter(text[end]))
            {
                end++;
            }

            if (end > start + 2 && end < text.Length && text[end] == '}')
            {
                yield return new ParameterReference(text[(start + 2)..end], start, end + 1);
            }

            start = FindStart(text, end);
        }
    }

    public static bool Contains(string text) => Find(text).Any();

    private static int FindStart(string text, int from) =>
        from < text.Length ? text.IndexOf("${", from, StringComparison.Ordinal) : -1;

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
