namespace ImageStreams.Policies;

/// <summary>The positions that a pattern may ask for.</summary>
internal enum PatternAssertion
{
    /// <summary>The beginning of the text.</summary>
    BeginText,

    /// <summary>The very end of the text.</summary>
    EndText,

    /// <summary>The beginning of a line.</summary>
    BeginLine,

    /// <summary>The end of a line.</summary>
    EndLine,

    /// <summary>Between a word and what is none.</summary>
    WordBoundary,

    /// <summary>Anywhere but at a <see cref="WordBoundary"/>.</summary>
    NotWordBoundary,
}
