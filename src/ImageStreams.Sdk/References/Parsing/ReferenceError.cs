namespace ImageStreams.References;

/// <summary>An error in a text and its position; free until the exception is created.</summary>
internal readonly record struct ReferenceError(ReferenceFailure Reason, int Index, Expectation Expected = Expectation.None)
{
    /// <summary>The error of a text that ends too early, or continues where the grammar does not.</summary>
    public static ReferenceError Unexpected(int index, Expectation expected) =>
        new(ReferenceFailure.InvalidFormat, index, expected);

    /// <summary>Creates the exception; <paramref name="description"/> is "an image reference" or the like.</summary>
    public ImageReferenceFormatException ToException(ReadOnlySpan<char> text, string description)
    {
        var excerpt = ReferenceErrorTexts.Excerpt(text);
        var message = ReferenceErrorTexts.Sentence(this, text, excerpt, description);
        return new ImageReferenceFormatException(Reason, excerpt, Index, message);
    }
}
