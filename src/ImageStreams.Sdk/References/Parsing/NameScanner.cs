namespace ImageStreams.References;

/// <summary>
/// Recognises the names of streams, of their tags and of their images, as OpenShift's image utilities do.
/// </summary>
/// <remarks>They are made of any characters: OpenShift looks at nothing but the marks between the parts.</remarks>
internal static class NameScanner
{
    /// <summary>Splits <c>stream:tag</c>; an <c>@</c> anywhere means that an image is named instead.</summary>
    public static bool TryScanTag(ReadOnlySpan<char> text, out int colon, out Fault fault)
    {
        colon = -1;
        return IsReadable(text, out fault)
            && Lacks("@", text, ReferenceErrorKind.IsImage, out fault)
            && TryCut(text, ':', Expectation.OneColon, out colon, out fault);
    }

    /// <summary>Splits <c>stream@id</c>.</summary>
    public static bool TryScanImage(ReadOnlySpan<char> text, out int at, out Fault fault)
    {
        at = -1;
        return IsReadable(text, out fault) && TryCut(text, '@', Expectation.OneAt, out at, out fault);
    }

    /// <summary>Splits <c>[namespace/]name</c>; the cut is -1 where there is no namespace.</summary>
    public static bool TryScanStream(ReadOnlySpan<char> text, out int slash, out Fault fault)
    {
        slash = -1;
        return IsReadable(text, out fault)
            && IsThere(text, out fault)
            && Lacks(":@", text, ReferenceErrorKind.Delimiter, out fault)
            && (!text.Contains('/') || TryCut(text, '/', Expectation.StreamName, out slash, out fault));
    }

    /// <summary>Finds the one mark between two parts, neither of which may be empty.</summary>
    private static bool TryCut(
        ReadOnlySpan<char> text, char mark, Expectation expected, out int at, out Fault fault)
    {
        at = text.IndexOf(mark);
        var second = at < 0 ? text.Length : text[(at + 1)..].IndexOf(mark);
        if (second >= 0)
        {
            fault = new Fault(ReferenceErrorKind.Delimiter, at + 1 + second, expected);
            return false;
        }

        fault = new Fault(ReferenceErrorKind.EmptyPart, at == 0 ? 0 : text.Length);
        return at > 0 && at < text.Length - 1;
    }

    private static bool Lacks(string marks, ReadOnlySpan<char> text, ReferenceErrorKind kind, out Fault fault)
    {
        var at = text.IndexOfAny(marks);
        fault = new Fault(kind, at, Expectation.StreamName);
        return at < 0;
    }

    private static bool IsReadable(ReadOnlySpan<char> text, out Fault fault)
    {
        fault = new Fault(ReferenceErrorKind.TooLong, 0);
        return text.Length <= ImageReference.MaxLength;
    }

    private static bool IsThere(ReadOnlySpan<char> text, out Fault fault)
    {
        fault = new Fault(ReferenceErrorKind.Empty, 0);
        return !text.IsEmpty;
    }
}
