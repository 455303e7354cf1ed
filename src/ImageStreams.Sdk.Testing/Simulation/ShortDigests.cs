using System.Buffers;
using System.Text;

namespace ImageStreams.Testing.Simulation;

/// <summary>Shortens digests so that users can compare them at a glance.</summary>
internal static class ShortDigests
{
    private const string Prefix = "sha256:";
    private const int Length = 64;
    private const int Kept = 12;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Returns the text with each SHA-256 digest cut to its first twelve digits.</summary>
    public static string In(string text)
    {
        var rest = text.AsSpan();
        var result = new StringBuilder(text.Length);
        while (rest.IndexOf(Prefix, StringComparison.Ordinal) is var start and >= 0)
        {
            var digits = rest[(start + Prefix.Length)..];
            var length = digits.IndexOfAnyExcept(Digits);
            length = length < 0 ? digits.Length : length;
            result.Append(rest[..(start + Prefix.Length)]).Append(digits[..(length == Length ? Kept : length)]);
            rest = digits[length..];
        }

        return result.Append(rest).ToString();
    }
}
