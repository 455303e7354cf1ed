using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Generates the value of a parameter from an expression such as <c>user[A-Z0-9]{4}</c>.</summary>
/// <remarks>
/// Sets in brackets have characters, ranges and the classes <c>\w</c>, <c>\d</c>, <c>\a</c> and <c>\A</c>, as in OpenShift's
/// generator; a number in braces repeats the set, 255 times at most. Everything else stands for itself.
/// </remarks>
internal sealed class ParameterExpression(string expression, ulong seed)
{
    private const int MaxCount = 255;
    private const int MaxLength = 64 * 1024;
    private const string Digits = "0123456789";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Symbols = "~!@#$%^&*()-_+={}[]\\|<,>.?/\"';:`";

    private readonly StringBuilder _result = new();
    private ulong _state = seed;

    /// <summary>Generates the value; null when the expression is malformed.</summary>
    public string? Generate()
    {
        var at = 0;
        while (at < expression.Length && _result.Length <= MaxLength)
        {
            if (!TryReadSet(ref at, out var set, out var count))
            {
                _result.Append(expression[at++]);
            }
            else if (set is null)
            {
                return null;
            }
            else
            {
                AppendRandom(set, count);
            }
        }

        return _result.Length <= MaxLength ? _result.ToString() : null;
    }

    /// <summary>Reads <c>[set]{count}</c>; the set is null when something in it is wrong.</summary>
    private bool TryReadSet(ref int at, out string? set, out int count)
    {
        set = null;
        count = 0;
        var close = expression[at] == '[' ? expression.IndexOf("]{", at, StringComparison.Ordinal) : -1;
        var end = close < 0 ? -1 : expression.IndexOf('}', close);
        if (end < 0)
        {
            return false;
        }

        var digits = expression.AsSpan(close + 2, end - close - 2);
        var isCount = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and <= MaxCount;
        set = isCount ? ExpandSet(expression.AsSpan(at + 1, close - at - 1)) : null;
        at = end + 1;
        return true;
    }

    private static string? ExpandSet(ReadOnlySpan<char> set)
    {
        var characters = new StringBuilder();
        for (var i = 0; i < set.Length && characters.Length < MaxLength; i++)
        {
            if (set[i] == '\\' && i + 1 < set.Length)
            {
                characters.Append(FindClass(set[++i]));
            }
            else if (i + 2 < set.Length && set[i + 1] == '-')
            {
                AppendRange(characters, set[i], set[i + 2]);
                i += 2;
            }
            else
            {
                characters.Append(set[i]);
            }
        }

        return characters.Length is > 0 and < MaxLength ? characters.ToString() : null;
    }

    private static string FindClass(char name) => name switch
    {
        'w' => Letters + Digits + "_",
        'd' => Digits,
        'a' => Letters + Digits,
        'A' => Symbols,
        _ => name.ToString(),
    };

    private static void AppendRange(StringBuilder characters, char first, char last)
    {
        for (int character = first; character <= last && character <= '~'; character++)
        {
            characters.Append((char)character);
        }
    }

    private void AppendRandom(string set, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _result.Append(set[(int)(Next() % (ulong)set.Length)]);
        }
    }

    /// <summary>Computes the next number (SplitMix64): the same on every machine, and no secret.</summary>
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var next = _state;
        next = (next ^ (next >> 30)) * 0xBF58476D1CE4E5B9;
        next = (next ^ (next >> 27)) * 0x94D049BB133111EB;
        return next ^ (next >> 31);
    }
}
