using System.Globalization;

namespace ImageStreams.Policies;

/// <content>Code points that are written by their number.</content>
internal sealed partial class PatternParser
{
    // A digit that is not zero alone would be a reference back to a group.
    private int FindOctal()
    {
        var length = 1;
        while (length < 3 && _at + length < _text.Length && _text[_at + length] is >= '0' and <= '7')
        {
            length++;
        }

        var digits = _text.AsSpan(_at, length);
        _at += length - 1;
        return length == 1 && digits[0] != '0' ? -1 : ReadOctal(digits);
    }

    private static int ReadOctal(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 8) + digit - '0';
        }

        return value;
    }

    private int FindHexadecimal()
    {
        var isBraced = _at + 1 < _text.Length && _text[_at + 1] == '{';
        var start = _at + (isBraced ? 2 : 1);
        var end = isBraced ? _text.IndexOf('}', start) : Math.Min(start + 2, _text.Length);
        if (end < 0 || (!isBraced && end != start + 2) || end - start > 8)
        {
            return -1;
        }

        _at = isBraced ? end : end - 1;
        return int.TryParse(_text.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
            ? rune
            : -1;
    }
}
