using System.Globalization;
using System.Text;

namespace ImageStreams.Registries;

/// <summary>Undoes the escapes of JSON strings in any text: <c>\u0041</c>, <c>\/</c>, <c>\"</c>.</summary>
internal static class JsonUnescaper
{
    private const int HexLength = 4;

    /// <summary>Returns the text without escapes; what is no escape stays as it is.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            rest = rest[Append(plain, rest)..];
        }

        return plain.ToString();
    }

    /// <summary>Appends the next character and returns the length of its spelling.</summary>
    private static int Append(StringBuilder plain, ReadOnlySpan<char> rest)
    {
        if (rest[0] != '\\' || rest.Length == 1)
        {
            plain.Append(rest[0]);
            return 1;
        }

        if (rest[1] == 'u' && rest.Length >= HexLength + 2
            && ushort.TryParse(
                rest.Slice(2, HexLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            plain.Append((char)code);
            return HexLength + 2;
        }

        plain.Append(rest[1]);
        return 2;
    }
}
