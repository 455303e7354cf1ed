namespace ImageStreams.References;

/// <summary>
/// Recognizes the names of streams, of their tags and of their images, as OpenShift's image utilities do.
/// </summary>
/// <remarks>The parts may consist of any characters: OpenShift looks at nothing but the delimiters between them.</remarks>
internal static class NameScanner
{
    /// <summary>Splits <c>[namespace/]stream:tag</c>.</summary>
    public static bool TryScanTag(ReadOnlySpan<char> text, out NameParts parts, out ReferenceError error) =>
        TryScanLocalTag(text, out parts, out error) && TryQualify(ref parts, out error);

    /// <summary>Splits <c>[namespace/]stream@id</c>.</summary>
    public static bool TryScanImage(ReadOnlySpan<char> text, out NameParts parts, out ReferenceError error) =>
        TryScanLocalImage(text, out parts, out error) && TryQualify(ref parts, out error);

    /// <summary>Splits <c>stream:tag</c>; an <c>@</c> anywhere means that the text names an image instead.</summary>
    public static bool TryScanLocalTag(ReadOnlySpan<char> text, out NameParts parts, out ReferenceError error)
    {
        parts = default;
        return IsReadable(text, out error)
            && ContainsNone("@", text, ReferenceFailure.IsImage, out error)
            && TryCut(text, ':', Expectation.OneColon, ref parts, out error);
    }

    /// <summary>Splits <c>stream@id</c>.</summary>
    public static bool TryScanLocalImage(ReadOnlySpan<char> text, out NameParts parts, out ReferenceError error)
    {
        parts = default;
        return IsReadable(text, out error) && TryCut(text, '@', Expectation.OneAt, ref parts, out error);
    }

    /// <summary>Splits <c>[namespace/]name</c>.</summary>
    public static bool TryScanStream(ReadOnlySpan<char> text, out NameParts parts, out ReferenceError error)
    {
        parts = new NameParts(default, text, default);
        return IsReadable(text, out error) && TryQualify(ref parts, out error);
    }

    /// <summary>Splits the namespace off the stream's name.</summary>
    private static bool TryQualify(ref NameParts parts, out ReferenceError error)
    {
        var name = parts.Stream;
        if (!IsNotEmpty(name, out error) || !ContainsNone(":@", name, ReferenceFailure.Delimiter, out error))
        {
            return false;
        }

        if (!name.Contains('/'))
        {
            return true;
        }

        var cut = default(NameParts);
        if (!TryCut(name, '/', Expectation.StreamName, ref cut, out error))
        {
            return false;
        }

        parts = new NameParts(cut.Stream, cut.Member, parts.Member);
        return true;
    }

    /// <summary>Cuts a text at its only delimiter into two parts, neither of which may be empty.</summary>
    private static bool TryCut(
        ReadOnlySpan<char> text, char delimiter, Expectation expected, ref NameParts parts, out ReferenceError error)
    {
        var at = text.IndexOf(delimiter);
        var second = at < 0 ? text.Length : text[(at + 1)..].IndexOf(delimiter);
        if (second >= 0)
        {
            error = new ReferenceError(ReferenceFailure.Delimiter, at + 1 + second, expected);
            return false;
        }

        error = new ReferenceError(ReferenceFailure.EmptyPart, at == 0 ? 0 : text.Length);
        if (at == 0 || at == text.Length - 1)
        {
            return false;
        }

        parts = new NameParts(default, text[..at], text[(at + 1)..]);
        return true;
    }

    private static bool ContainsNone(
        string delimiters, ReadOnlySpan<char> text, ReferenceFailure failure, out ReferenceError error)
    {
        var at = text.IndexOfAny(delimiters);
        error = new ReferenceError(failure, at, Expectation.StreamName);
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
