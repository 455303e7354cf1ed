using System.Buffers;
using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <content>Strings, numbers and words.</content>
internal sealed partial class JsonTreeReader
{
    private static readonly SearchValues<char> StringEnds = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>Reads a string, and returns its text when that is not the part between the quotes; null otherwise.</summary>
    private string? ReadString()
    {
        var quote = _at++;
        StringBuilder? decoded = null;
        while (true)
        {
            var length = text.AsSpan(_at).IndexOfAny(StringEnds);
            if (length < 0 || text[_at + length] is '\n' or '\r')
            {
                throw Fail(quote, JsonSyntaxTexts.UnclosedQuote);
            }

            decoded?.Append(text, _at, length);
            _at += length;
            if (text[_at] == '"')
            {
                _at++;
                return decoded?.ToString();
            }

            decoded ??= new StringBuilder().Append(text, quote + 1, _at - quote - 1);
            ReadEscape(decoded);
        }
    }

    private void ReadEscape(StringBuilder decoded)
    {
        if (text[_at] != '\\')
        {
            throw Fail(_at, JsonSyntaxTexts.ControlCharacter);
        }

        var escape = _at + 1 < text.Length ? text[_at + 1] : '\0';
        var index = "\"\\/bfnrt".IndexOf(escape, StringComparison.Ordinal);
        if (index >= 0)
        {
            decoded.Append("\"\\/\b\f\n\r\t"[index]);
            _at += 2;
            return;
        }

        decoded.Append(ReadCodeUnit());
        _at += 6;
    }

    private char ReadCodeUnit()
    {
        var isCode = _at + 6 <= text.Length && text[_at + 1] == 'u' && AreHexDigits(text.AsSpan(_at + 2, 4));
        return isCode
            ? (char)ushort.Parse(text.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw Fail(_at, JsonSyntaxTexts.UnknownEscape);
    }

    private static bool AreHexDigits(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    private void ReadLiteral()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.' or '_'))
        {
            _at++;
        }

        var word = text.AsSpan(start, _at - start);
        if (word is not ("true" or "false" or "null") && !JsonNumber.IsValid(word))
        {
            throw Fail(start, JsonSyntaxTexts.Explain(text, start, word));
        }
    }
}
