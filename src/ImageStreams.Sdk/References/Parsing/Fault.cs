namespace ImageStreams.References;

/// <summary>What is wrong with a text and where; costs nothing until somebody asks for the exception.</summary>
internal readonly record struct Fault(ReferenceErrorKind Kind, int Index, Expectation Expected = Expectation.None)
{
    /// <summary>The fault of a text that ends before or goes on where the grammar does not.</summary>
    public static Fault Misfit(int index, Expectation expected) =>
        new(ReferenceErrorKind.InvalidFormat, index, expected);

    /// <summary>
    /// The exception that tells a person about it; <paramref name="what"/> is "an image reference" or the like.
    /// </summary>
    public ImageReferenceFormatException For(ReadOnlySpan<char> text, string what)
    {
        var excerpt = FaultTexts.Excerpt(text);
        return new ImageReferenceFormatException(Kind, excerpt, Index, FaultTexts.Sentence(this, text, excerpt, what));
    }
}
