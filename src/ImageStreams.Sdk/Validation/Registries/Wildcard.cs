using System.Text;

namespace ImageStreams.Validation;

/// <summary>Patterns in which <c>*</c> matches any text, even an empty one, and <c>?</c> any one byte of UTF-8.</summary>
/// <remarks>
/// The patterns of OpenShift's allowed registries: case matters, there is no escape, and dots are ordinary characters, so
/// that <c>*.example.com</c> matches <c>a.b.example.com</c>.
/// </remarks>
internal static class Wildcard
{
    private const int StackLength = 256;

    /// <summary>Determines whether a pattern matches a whole text.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        Span<byte> textBytes = stackalloc byte[StackLength];
        Span<byte> patternBytes = stackalloc byte[StackLength];
        return IsMatch(Encode(text, textBytes), Encode(pattern, patternBytes), (byte)'*', (byte)'?');
    }

    private static ReadOnlySpan<byte> Encode(string text, Span<byte> buffer) =>
        Encoding.UTF8.TryGetBytes(text, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(text);

    /// <summary>Determines whether a pattern of bytes or characters matches a whole text.</summary>
    /// <remarks>
    /// On a mismatch, the last star takes one more unit. Earlier stars need no second try: the text after them matched at its
    /// first position, and a later star can take whatever an earlier one could.
    /// </remarks>
    public static bool IsMatch<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> pattern, T many, T one)
        where T : struct, IEquatable<T>
    {
        var t = 0;
        var p = 0;
        var star = -1;
        var taken = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p].Equals(many))
            {
                star = p;
                taken = t;
                p++;
            }
            else if (p < pattern.Length && (pattern[p].Equals(one) || pattern[p].Equals(text[t])))
            {
                t++;
                p++;
            }
            else if (star >= 0)
            {
                taken++;
                t = taken;
                p = star + 1;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept(many) < 0;
    }
}
