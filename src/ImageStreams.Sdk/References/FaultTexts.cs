using System.Text;

namespace ImageStreams.References;

/// <summary>The sentences that say what is wrong with a name.</summary>
internal static class FaultTexts
{
    /// <summary>The most characters of a bad text that an exception carries along.</summary>
    public const int MaxExcerpt = 256;

    /// <summary>One sentence: the text, what is wrong, where, and what would be right.</summary>
    public static string Sentence(Fault fault, ReadOnlySpan<char> text, string excerpt, string what) =>
        $"'{Printable(excerpt)}' is not {what}: {Reason(fault, text)}.";

    /// <summary>The text itself, or the beginning of a long one.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) =>
        text.Length <= MaxExcerpt ? text.ToString()
        : string.Concat(text[..(char.IsHighSurrogate(text[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt)], "…");

    private static string Reason(Fault fault, ReadOnlySpan<char> text) => fault.Kind switch
    {
        ReferenceErrorKind.Empty => "it is empty",
        ReferenceErrorKind.TooLong =>
            Invariant($"it has {text.Length} characters, and more than {ImageReference.MaxLength} are not read"),
        ReferenceErrorKind.Uppercase =>
            $"{Found(fault, text)} must be lower-case",
        ReferenceErrorKind.NameTooLong =>
            Invariant($"its name goes on at index {fault.Index}, and a name with its host has at most ")
            + Invariant($"{ImageReference.MaxNameLength} characters"),
        ReferenceErrorKind.DigestFormat =>
            $"{Found(fault, text)} does not fit a digest, which is 'algorithm:' and hexadecimal digits",
        ReferenceErrorKind.DigestLength =>
            Invariant($"the {text.Length - fault.Index} hexadecimal digits at index {fault.Index} are not as many as ")
            + "the algorithm yields (sha256: 64, sha384: 96, sha512: 128)",
        ReferenceErrorKind.DigestUnsupported =>
            Invariant($"the algorithm of the digest at index {fault.Index} is none of sha256, sha384 and sha512"),
        ReferenceErrorKind.IsImage =>
            Invariant($"the '@' at index {fault.Index} belongs to the name of an image"),
        ReferenceErrorKind.Delimiter =>
            $"{Found(fault, text)} stands where the name of one part ends, and exactly one mark parts the two",
        ReferenceErrorKind.EmptyPart =>
            Invariant($"the part at index {fault.Index} is empty"),
        _ => $"{Found(fault, text)} does not fit, because {Rule(fault.Expected)}",
    };

    private static string Rule(Expectation expected) => expected switch
    {
        Expectation.Host => "a host is made of letters and digits with dashes inside, parted by dots",
        Expectation.Port => "the port of a host is made of digits",
        Expectation.PathComponent =>
            "a path component is made of lower-case letters and digits, joined by '.', '_', '__' or dashes",
        Expectation.Tag => "a tag is 1 to 128 letters, digits, '_', '.' or '-', and starts with none of the last two",
        Expectation.Algorithm => "a digest starts with its algorithm, such as 'sha256:'",
        Expectation.Hexadecimal => "a digest ends in 32 hexadecimal digits or more",
        _ => "the grammar ends here",
    };

    private static string Found(Fault fault, ReadOnlySpan<char> text) => fault.Index < text.Length
        ? Invariant($"'{Printable(CharacterAt(text, fault.Index))}' at index {fault.Index}")
        : Invariant($"the end at index {fault.Index}");

    private static string CharacterAt(ReadOnlySpan<char> text, int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out var rune, out _);
        return rune.ToString();
    }

    /// <summary>Control characters are written as escapes, so that a hostile name cannot forge a line of a log.</summary>
    private static string Printable(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = char.IsControl(c) ? printable.Append(Invariant($"\\u{(int)c:X4}")) : printable.Append(c);
        }

        return printable.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
