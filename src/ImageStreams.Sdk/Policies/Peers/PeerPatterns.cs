using System.Text;

namespace ImageStreams.Policies;

/// <summary>Patterns of other tools as regular expressions of a policy.</summary>
internal static class PeerPatterns
{
    /// <summary>The expression that matches no text.</summary>
    public const string Nothing = "[^\\x{0}-\\x{10FFFF}]";

    /// <summary>Returns a regular expression that a policy does not take for a glob.</summary>
    public static string AsExpression(string expression) =>
        expression.StartsWith(TagPattern.GlobPrefix, StringComparison.Ordinal) ? $"(?:){expression}" : expression;

    /// <summary>
    /// Translates a pattern of Go's <c>filepath.Match</c>: <c>*</c> and <c>?</c> not over <c>/</c>, classes, backslashes. Null when
    /// the pattern is malformed, and thus matches nothing.
    /// </summary>
    public static string? FromPath(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < pattern.Length;)
        {
            var isGood = pattern[at] == '[' ? TryAddClass(pattern, ref at, expression) : TryAddOne(pattern, ref at, expression);
            if (!isGood)
            {
                return null;
            }
        }

        return expression.Append('$').ToString();
    }

    private static bool TryAddOne(string pattern, ref int at, StringBuilder expression)
    {
        switch (pattern[at])
        {
            case '*':
                expression.Append("[^/]*");
                at++;
                return true;
            case '?':
                expression.Append("[^/]");
                at++;
                return true;
            default:
                return TryAddRune(pattern, ref at, expression);
        }
    }

    private static bool TryAddClass(string pattern, ref int at, StringBuilder expression)
    {
        at++;
        var isNegated = at < pattern.Length && pattern[at] == '^';
        at += isNegated ? 1 : 0;
        expression.Append(isNegated ? "[^" : "[");
        for (var isFirst = true; isFirst || at >= pattern.Length || pattern[at] != ']'; isFirst = false)
        {
            if (!TryAddRange(pattern, ref at, expression))
            {
                return false;
            }
        }

        at++;
        expression.Append(']');
        return true;
    }

    private static bool TryAddRange(string pattern, ref int at, StringBuilder expression)
    {
        if (!TryTakeClassRune(pattern, ref at, out var first))
        {
            return false;
        }

        var last = first;
        if (pattern[at] == '-')
        {
            at++;
            if (!TryTakeClassRune(pattern, ref at, out last))
            {
                return false;
            }
        }

        if (first.Value <= last.Value)
        {
            Append(first, expression);
            expression.Append('-');
            Append(last, expression);
        }
        else
        {
            expression.Append("\\x{D800}"); // Backwards ranges hold nothing.
        }

        return true;
    }

    private static bool TryTakeClassRune(string pattern, ref int at, out Rune rune)
    {
        rune = default;
        if (at >= pattern.Length || pattern[at] is '-' or ']')
        {
            return false;
        }

        at += pattern[at] == '\\' ? 1 : 0;
        return TryTakeRune(pattern, ref at, out rune) && at < pattern.Length;
    }

    private static bool TryAddRune(string pattern, ref int at, StringBuilder expression)
    {
        at += pattern[at] == '\\' ? 1 : 0;
        var isGood = TryTakeRune(pattern, ref at, out var rune);
        Append(rune, expression);
        return isGood;
    }

    private static bool TryTakeRune(string pattern, ref int at, out Rune rune)
    {
        var isThere = at < pattern.Length;
        _ = Rune.DecodeFromUtf16(pattern.AsSpan(Math.Min(at, pattern.Length)), out rune, out var length);
        at += length;
        return isThere;
    }

    private static void Append(Rune rune, StringBuilder expression) =>
        _ = rune.IsAscii && !Rune.IsLetterOrDigit(rune) ? expression.Append('\\').Append(rune) : expression.Append(rune);
}
