namespace ImageStreams.References;

/// <summary>What is wrong with a text and where; costs nothing until somebody asks for the exception.</summary>
internal readonly record struct ReferenceError(ReferenceFailure Reason, int Index, Expectation Expected = Expectation.None)
{
    /// <summary>The fault of a text that ends before or goes on where the grammar does not.</summary>
    public static ReferenceError Unexpected(int index, Expectation expected) =>
        new(ReferenceFailure.InvalidFormat, index, expected);

    /// <summary>
    /// The exception that tells a person about it; <paramref name="what"/> is "an image reference" or the like.
    /// </summary>
    public ImageReferenceFormatException ToException(ReadOnlySpan<char> text, string what)
    {
        var excerpt = ReferenceErrorTexts.Excerpt(text);
        return new ImageReferenceFormatException(Reason, excerpt, Index, ReferenceErrorTexts.Sentence(this, text, excerpt, what));
    }
}
