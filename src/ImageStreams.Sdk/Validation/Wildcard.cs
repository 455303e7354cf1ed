using System.Text;

namespace ImageStreams.Validation;

/// <summary>Patterns in which <c>*</c> stands for any text, also none, and <c>?</c> for any one byte of UTF-8.</summary>
/// <remarks>
/// These are the patterns of OpenShift's allowed registries: upper and lower case differ, there is no escape, and dots
/// are nothing special, so that <c>*.example.com</c> covers <c>a.b.example.com</c>.
/// </remarks>
public static class Wildcard
{
    private const int StackLength = 256;

    /// <summary>Whether a pattern covers the whole of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>True when it does.</returns>
    public static bool IsMatch(string text, string pattern)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(pattern);

        Span<byte> textBytes = stackalloc byte[StackLength];
        Span<byte> patternBytes = stackalloc byte[StackLength];
        return IsMatch(Encode(text, textBytes), Encode(pattern, patternBytes), (byte)'*', (byte)'?');
    }

    private static ReadOnlySpan<byte> Encode(string text, Span<byte> buffer) =>
        Encoding.UTF8.TryGetBytes(text, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(text);

    /// <summary>Whether a pattern of bytes or of characters covers the whole of a text.</summary>
    /// <remarks>
    /// Lets the latest star swallow one more unit whenever the rest does not fit. Earlier stars need no second try: what
    /// follows them has found its first place, and a later star can swallow what an earlier one could.
    /// </remarks>
    internal static bool IsMatch<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> pattern, T many, T one)
        where T : struct, IEquatable<T>
    {
        var (t, p, star, swallowed) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p].Equals(many))
            {
                (star, swallowed) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p].Equals(one) || pattern[p].Equals(text[t])))
            {
                (t, p) = (t + 1, p + 1);
            }
            else if (star >= 0)
            {
                (t, p) = (++swallowed, star + 1);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept(many) < 0;
    }
}
