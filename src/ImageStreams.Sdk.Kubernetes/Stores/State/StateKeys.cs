using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>Writes records as the entries of ConfigMaps, whose keys have few characters, and reads them again.</summary>
/// <remarks>
/// Letters, digits, dots and hyphens stay; every other byte of UTF-8 becomes an underscore and two hexadecimal digits, as in
/// <c>shop_2fruby</c>. A key that is too long is a checksum after two underscores; the whole key is then the first line of the value.
/// </remarks>
internal static class StateKeys
{
    private const int MaxLength = 253;
    private const string LongMark = "__";
    private const int EscapeLength = 3;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a record as an entry.</summary>
    /// <exception cref="ArgumentException">The key is no text of Unicode.</exception>
    public static (string Key, string? Value) Encode(string key, string? value)
    {
        var encoded = Escape(key);
        return encoded.Length <= MaxLength
            ? (encoded, value)
            : (LongMark + Convert.ToHexStringLower(SHA256.HashData(StrictUtf8.GetBytes(key))), value is null ? null : $"{encoded}\n{value}");
    }

    /// <summary>Reads an entry; null for one that no record is written as.</summary>
    public static (string Key, string Value)? Decode(string key, string value)
    {
        if (!key.StartsWith(LongMark, StringComparison.Ordinal))
        {
            return Unescape(key) is { } plain ? (plain, value) : null;
        }

        var end = value.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && Unescape(value[..end]) is { } whole ? (whole, value[(end + 1)..]) : null;
    }

    private static string Escape(string key)
    {
        var text = new StringBuilder(key.Length + 8);
        foreach (var one in StrictUtf8.GetBytes(key))
        {
            // A key of a ConfigMap cannot be a dot or two, nor begin with two.
            if (char.IsAsciiLetterOrDigit((char)one) || one == '-' || (one == '.' && text.Length > 0))
            {
                text.Append((char)one);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"_{one:x2}");
            }
        }

        return text.ToString();
    }

    private static string? Unescape(string encoded)
    {
        var bytes = new byte[encoded.Length];
        var count = 0;
        for (var rest = encoded.AsSpan(); !rest.IsEmpty; count++)
        {
            if (!TryReadByte(rest, out bytes[count], out var length))
            {
                return null;
            }

            rest = rest[length..];
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private static bool TryReadByte(ReadOnlySpan<char> text, out byte value, out int length)
    {
        if (text[0] != '_')
        {
            (value, length) = ((byte)text[0], 1);
            return char.IsAscii(text[0]);
        }

        (value, length) = (0, EscapeLength);
        return text.Length >= EscapeLength
            && byte.TryParse(text[1..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
