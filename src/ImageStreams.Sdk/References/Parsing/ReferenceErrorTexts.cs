using System.Buffers;
using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.References;

/// <summary>The messages for texts that are not valid references or names.</summary>
internal static class ReferenceErrorTexts
{
    /// <summary>The maximum length of an invalid text in an exception.</summary>
    public const int MaxExcerpt = 256;

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Returns one sentence: the text, the error, its position, and the rule.</summary>
    public static string Sentence(ReferenceError error, ReadOnlySpan<char> text, string excerpt, string description) =>
        $"'{PrintableText.Escape(excerpt)}' is not {description}: {Reason(error, text)}.";

    /// <summary>Returns the text, or the beginning of a long one.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) => text.Length <= MaxExcerpt
        ? text.ToString()
        : string.Concat(PrintableText.Cut(text, MaxExcerpt), "…");

    private static string Reason(ReferenceError error, ReadOnlySpan<char> text) => error.Reason switch
    {
        not (ReferenceFailure.Empty or ReferenceFailure.TooLong) when TryGetScheme(text, out var scheme) =>
            $"leave out {scheme}, because it has no scheme",
        ReferenceFailure.Empty => "it is empty",
        ReferenceFailure.TooLong => Invariant($"it is longer than {ImageReference.MaxLength} characters"),
        ReferenceFailure.Uppercase =>
            Invariant($"'{CharacterAt(text, error.Index)}' at index {error.Index} must be lower-case"),
        ReferenceFailure.NameTooLong =>
            Invariant($"its name, host included, is longer than {ImageReference.MaxNameLength} characters"),
        ReferenceFailure.DigestLength => DigestLength(text.Length - error.Index, error.Index),
        ReferenceFailure.DigestUnsupported =>
            Invariant($"the algorithm of the digest at index {error.Index} is not sha256, sha384 or sha512"),
        ReferenceFailure.IsImage =>
            Invariant($"the '@' at index {error.Index} is allowed only in the name of an image"),
        ReferenceFailure.EmptyPart =>
            Invariant($"the part at index {error.Index} is empty"),
        _ => $"{Found(error, text)}; {Rule(error.Expected)}",
    };

    /// <summary>Gets the scheme with which a URL or a transport of an image tool begins.</summary>
    private static bool TryGetScheme(ReadOnlySpan<char> text, out string scheme)
    {
        var end = text.IndexOf("://");
        var hasScheme = end > 0 && !text[..end].ContainsAnyExcept(SchemeCharacters);
        scheme = hasScheme ? $"{text[..end]}://" : "";
        return hasScheme;
    }

    private static string DigestLength(int digits, int index) => Invariant(
        $"it has {digits} hexadecimal {(digits == 1 ? "digit" : "digits")} at index {index}, ")
        + "but sha256 has 64, sha384 96 and sha512 128";

    private static string Rule(Expectation expected) => expected switch
    {
        Expectation.Host => "a host consists of letters and digits, with dashes inside and dots between",
        Expectation.Port => "the port of a host consists of digits",
        Expectation.PathComponent =>
            "a path component consists of lower-case letters and digits, joined by '.', '_', '__' or dashes",
        Expectation.Tag => "a tag has 1 to 128 letters, digits, '_', '.' or '-', and does not start with '.' or '-'",
        Expectation.Algorithm => "a digest starts with its algorithm, such as 'sha256:'",
        Expectation.Hexadecimal => "a digest ends in 32 hexadecimal digits or more",
        Expectation.Digest => "a digest consists of an algorithm, ':' and hexadecimal digits",
        Expectation.OneColon => "exactly one ':' separates the stream's name from the tag",
        Expectation.OneAt => "exactly one '@' separates the stream's name from the image's id",
        _ => "a stream's name has no delimiter but one '/' after its namespace",
    };

    private static string Found(ReferenceError error, ReadOnlySpan<char> text) => error.Index < text.Length
        ? Invariant($"'{PrintableText.Escape(CharacterAt(text, error.Index))}' is not allowed at index {error.Index}")
        : Invariant($"it ends at index {error.Index}");

    private static string CharacterAt(ReadOnlySpan<char> text, int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        return rune.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
