namespace ImageStreams.References;

/// <summary>
/// Recognises the names of streams, of their tags and of their images, as OpenShift's image utilities do.
/// </summary>
/// <remarks>They are made of any characters: OpenShift looks at nothing but the marks between the parts.</remarks>
internal static class NameScanner
{
    /// <summary>Splits <c>stream:tag</c>; an <c>@</c> anywhere means that an image is named instead.</summary>
    public static bool TryScanTag(ReadOnlySpan<char> text, out int colon, out ReferenceError error)
    {
        colon = -1;
        return IsReadable(text, out error)
            && ContainsNone("@", text, ReferenceFailure.IsImage, out error)
            && TryCut(text, ':', Expectation.OneColon, out colon, out error);
    }

    /// <summary>Splits <c>stream@id</c>.</summary>
    public static bool TryScanImage(ReadOnlySpan<char> text, out int at, out ReferenceError error)
    {
        at = -1;
        return IsReadable(text, out error) && TryCut(text, '@', Expectation.OneAt, out at, out error);
    }

    /// <summary>Splits <c>[namespace/]name</c>; the cut is -1 where there is no namespace.</summary>
    public static bool TryScanStream(ReadOnlySpan<char> text, out int slash, out ReferenceError error)
    {
        slash = -1;
        return IsReadable(text, out error)
            && IsNotEmpty(text, out error)
            && ContainsNone(":@", text, ReferenceFailure.Delimiter, out error)
            && (!text.Contains('/') || TryCut(text, '/', Expectation.StreamName, out slash, out error));
    }

    /// <summary>Finds the one mark between two parts, neither of which may be empty.</summary>
    private static bool TryCut(
        ReadOnlySpan<char> text, char mark, Expectation expected, out int at, out ReferenceError error)
    {
        at = text.IndexOf(mark);
        var second = at < 0 ? text.Length : text[(at + 1)..].IndexOf(mark);
        if (second >= 0)
        {
            error = new ReferenceError(ReferenceFailure.Delimiter, at + 1 + second, expected);
            return false;
        }

        error = new ReferenceError(ReferenceFailure.EmptyPart, at == 0 ? 0 : text.Length);
        return at > 0 && at < text.Length - 1;
    }

    private static bool ContainsNone(string marks, ReadOnlySpan<char> text, ReferenceFailure kind, out ReferenceError error)
    {
        var at = text.IndexOfAny(marks);
        error = new ReferenceError(kind, at, Expectation.StreamName);
        return at < 0;
    }

    private static bool IsReadable(ReadOnlySpan<char> text, out ReferenceError error)
    {
        error = new ReferenceError(ReferenceFailure.TooLong, 0);
        return text.Length <= ImageReference.MaxLength;
    }

    private static bool IsNotEmpty(ReadOnlySpan<char> text, out ReferenceError error)
    {
        error = new ReferenceError(ReferenceFailure.Empty, 0);
        return !text.IsEmpty;
    }
}
