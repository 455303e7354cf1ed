using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.References;

/// <summary>The sentences that say what is wrong with a name.</summary>
internal static class ReferenceErrorTexts
{
    /// <summary>The most characters of a bad text that an exception carries along.</summary>
    public const int MaxExcerpt = 256;

    /// <summary>One sentence: the text, what is wrong, where, and what would be right.</summary>
    public static string Sentence(ReferenceError error, ReadOnlySpan<char> text, string excerpt, string what) =>
        $"'{PrintableText.Escape(excerpt)}' is not {what}: {Reason(error, text)}.";

    /// <summary>The text itself, or the beginning of a long one.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) =>
        text.Length <= MaxExcerpt ? text.ToString()
        : string.Concat(text[..(char.IsHighSurrogate(text[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt)], "…");

    private static string Reason(ReferenceError error, ReadOnlySpan<char> text) => error.Reason switch
    {
        ReferenceFailure.Empty => "it is empty",
        ReferenceFailure.TooLong =>
            Invariant($"it is longer than the {ImageReference.MaxLength} characters that are read at most"),
        ReferenceFailure.Uppercase =>
            Invariant($"'{CharacterAt(text, error.Index)}' at index {error.Index} must be lower-case"),
        ReferenceFailure.NameTooLong =>
            Invariant($"its name goes on at index {error.Index}, but a name and its host end there at the latest"),
        ReferenceFailure.DigestLength =>
            Invariant($"{text.Length - error.Index} hexadecimal digits stand at index {error.Index}, ")
            + "but sha256 yields 64, sha384 96 and sha512 128",
        ReferenceFailure.DigestUnsupported =>
            Invariant($"the algorithm of the digest at index {error.Index} is none of sha256, sha384 and sha512"),
        ReferenceFailure.IsImage =>
            Invariant($"the '@' at index {error.Index} stands in the names of images only"),
        ReferenceFailure.EmptyPart =>
            Invariant($"the part at index {error.Index} is empty"),
        _ => $"{Found(error, text)}, but {Rule(error.Expected)}",
    };

    private static string Rule(Expectation expected) => expected switch
    {
        Expectation.Host => "a host is made of letters and digits, with dashes inside and dots between",
        Expectation.Port => "the port of a host is made of digits",
        Expectation.PathComponent =>
            "a path component is made of lower-case letters and digits, joined by '.', '_', '__' or dashes",
        Expectation.Tag => "a tag is 1 to 128 letters, digits, '_', '.' or '-', and starts with neither '.' nor '-'",
        Expectation.Algorithm => "a digest starts with its algorithm, such as 'sha256:'",
        Expectation.Hexadecimal => "a digest ends in 32 hexadecimal digits or more",
        Expectation.Digest => "a digest is made of an algorithm, ':' and hexadecimal digits",
        Expectation.OneColon => "exactly one ':' parts a stream's name from the tag",
        Expectation.OneAt => "exactly one '@' parts a stream's name from the image's id",
        _ => "a stream's name has no marks but one '/' behind its namespace",
    };

    private static string Found(ReferenceError error, ReadOnlySpan<char> text) => error.Index < text.Length
        ? Invariant($"'{PrintableText.Escape(CharacterAt(text, error.Index))}' stands at index {error.Index}")
        : Invariant($"it ends at index {error.Index}");

    private static string CharacterAt(ReadOnlySpan<char> text, int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        return rune.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
