namespace ImageStreams.Policies;

/// <summary>Tests positions of a text.</summary>
internal static class PatternPositions
{
    /// <summary>Tests whether a position is one that an assertion asks for.</summary>
    public static bool Holds(PatternAssertion assertion, string text, int position) => assertion switch
    {
        PatternAssertion.BeginText => position == 0,
        PatternAssertion.EndText => position == text.Length,
        PatternAssertion.BeginLine => position == 0 || text[position - 1] == '\n',
        PatternAssertion.EndLine => position == text.Length || text[position] == '\n',
        PatternAssertion.WordBoundary => IsWord(text, position - 1) != IsWord(text, position),
        _ => IsWord(text, position - 1) == IsWord(text, position),
    };

    /// <summary>Tests whether a position is between the halves of one code point.</summary>
    public static bool SplitsPair(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);

    private static bool IsWord(string text, int position) =>
        position >= 0 && position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_');
}
