using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.References;

/// <summary>The sentences that say what is wrong with a name.</summary>
internal static class FaultTexts
{
    /// <summary>The most characters of a bad text that an exception carries along.</summary>
    public const int MaxExcerpt = 256;

    /// <summary>One sentence: the text, what is wrong, where, and what would be right.</summary>
    public static string Sentence(Fault fault, ReadOnlySpan<char> text, string excerpt, string what) =>
        $"'{PrintableText.Of(excerpt)}' is not {what}: {Reason(fault, text)}.";

    /// <summary>The text itself, or the beginning of a long one.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) =>
        text.Length <= MaxExcerpt ? text.ToString()
        : string.Concat(text[..(char.IsHighSurrogate(text[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt)], "…");

    private static string Reason(Fault fault, ReadOnlySpan<char> text) => fault.Kind switch
    {
        ReferenceErrorKind.Empty => "it is empty",
        ReferenceErrorKind.TooLong =>
            Invariant($"it is longer than the {ImageReference.MaxLength} characters that are read at most"),
        ReferenceErrorKind.Uppercase =>
            Invariant($"'{CharacterAt(text, fault.Index)}' at index {fault.Index} must be lower-case"),
        ReferenceErrorKind.NameTooLong =>
            Invariant($"its name goes on at index {fault.Index}, but a name and its host end there at the latest"),
        ReferenceErrorKind.DigestLength =>
            Invariant($"{text.Length - fault.Index} hexadecimal digits stand at index {fault.Index}, ")
            + "but sha256 yields 64, sha384 96 and sha512 128",
        ReferenceErrorKind.DigestUnsupported =>
            Invariant($"the algorithm of the digest at index {fault.Index} is none of sha256, sha384 and sha512"),
        ReferenceErrorKind.IsImage =>
            Invariant($"the '@' at index {fault.Index} stands in the names of images only"),
        ReferenceErrorKind.EmptyPart =>
            Invariant($"the part at index {fault.Index} is empty"),
        _ => $"{Found(fault, text)}, but {Rule(fault.Expected)}",
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

    private static string Found(Fault fault, ReadOnlySpan<char> text) => fault.Index < text.Length
        ? Invariant($"'{PrintableText.Of(CharacterAt(text, fault.Index))}' stands at index {fault.Index}")
        : Invariant($"it ends at index {fault.Index}");

    private static string CharacterAt(ReadOnlySpan<char> text, int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        return rune.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
