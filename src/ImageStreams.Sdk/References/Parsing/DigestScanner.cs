using System.Buffers;

namespace ImageStreams.References;

/// <summary>
/// Recognizes digests: <c>1*(letter / digit / "-" / "_" / "+" / ".") ":" 1*hex</c>, of a known algorithm.
/// </summary>
internal static class DigestScanner
{
    public static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private const string Sha256Prefix = Digest.Sha256Algorithm + ":";

    private static readonly SearchValues<char> AlgorithmCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+.");

    /// <summary>Determines whether a text is a digest of an algorithm that this library computes.</summary>
    public static bool TryScan(ReadOnlySpan<char> text, out ReferenceError error)
    {
        error = default;
        if (IsSha256(text))
        {
            return true;
        }

        if (text.Length > ImageReference.MaxLength)
        {
            error = new ReferenceError(ReferenceFailure.TooLong, 0);
            return false;
        }

        var unexpected = FindUnexpected(text);
        if (unexpected >= 0)
        {
            error = new ReferenceError(ReferenceFailure.DigestFormat, unexpected, Expectation.Digest);
            return false;
        }

        return IsSupported(text, out error);
    }

    /// <summary>
    /// Determines whether a text in the form of a digest has a supported algorithm and its number of digits.
    /// </summary>
    public static bool IsSupported(ReadOnlySpan<char> digest, out ReferenceError error)
    {
        var colon = digest.IndexOf(':');
        var expected = HexLength(digest[..colon]);
        error = expected == 0
            ? new ReferenceError(ReferenceFailure.DigestUnsupported, 0)
            : new ReferenceError(ReferenceFailure.DigestLength, colon + 1);
        return expected != 0 && digest.Length - colon - 1 == expected;
    }

    /// <summary>Recognizes the form of nearly all digests without a search for their parts.</summary>
    private static bool IsSha256(ReadOnlySpan<char> text) =>
        text.Length == Sha256Prefix.Length + 64
        && text.StartsWith(Sha256Prefix, StringComparison.Ordinal)
        && !text[Sha256Prefix.Length..].ContainsAnyExcept(HexDigits);

    private static int HexLength(ReadOnlySpan<char> algorithm) => algorithm switch
    {
        Digest.Sha256Algorithm => 64,
        Digest.Sha384Algorithm => 96,
        Digest.Sha512Algorithm => 128,
        _ => 0,
    };

    /// <summary>Finds the first character that is not allowed; -1 when there is none.</summary>
    private static int FindUnexpected(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAnyExcept(AlgorithmCharacters);
        if (colon <= 0 || text[colon] != ':')
        {
            return colon < 0 ? text.Length : colon;
        }

        var digits = text[(colon + 1)..];
        var unexpected = digits.IsEmpty ? 0 : digits.IndexOfAnyExcept(HexDigits);
        return unexpected < 0 ? -1 : colon + 1 + unexpected;
    }
}
