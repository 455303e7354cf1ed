namespace ImageStreams.Policies;

/// <summary>Reads ranges whose hyphen ranges are rewritten.</summary>
internal static class RangeReader
{
    private static readonly (string Text, RangeOperator Operator)[] Operators =
    [
        // Those that begin with another one come first.
        ("!=", RangeOperator.NotEqual),
        (">=", RangeOperator.AtLeast),
        ("=>", RangeOperator.AtLeast),
        ("<=", RangeOperator.AtMost),
        ("=<", RangeOperator.AtMost),
        ("~>", RangeOperator.Tilde),
        ("~", RangeOperator.Tilde),
        ("^", RangeOperator.Caret),
        (">", RangeOperator.Above),
        ("<", RangeOperator.Below),
        ("=", RangeOperator.Equal),
    ];

    /// <summary>Reads a range; null when the text is not one.</summary>
    public static VersionRange? Read(string text, VersionSyntax syntax)
    {
        var alternatives = new List<RangeAlternative>();
        foreach (var alternative in text.Split("||"))
        {
            if (ReadParts(alternative, syntax) is not { } parts)
            {
                return null;
            }

            alternatives.Add(new RangeAlternative([.. parts]));
        }

        return new VersionRange([.. alternatives]);
    }

    private static List<RangePart>? ReadParts(string text, VersionSyntax syntax)
    {
        var parts = new List<RangePart>();
        var at = RangeScanner.SkipSpace(text, 0);
        do
        {
            if (ReadPart(text, ref at, syntax) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (TrySkipSeparator(text, ref at));

        return at == text.Length ? parts : null;
    }

    private static bool TrySkipSeparator(string text, ref int at)
    {
        var next = RangeScanner.SkipSpace(text, at);
        var hasSpace = next > at;
        at = next;
        if (at < text.Length && text[at] == ',')
        {
            at = RangeScanner.SkipSpace(text, at + 1);
            return true;
        }

        return hasSpace && at < text.Length;
    }

    private static RangePart? ReadPart(string text, ref int at, VersionSyntax syntax)
    {
        var op = ReadOperator(text, ref at);
        at = RangeScanner.SkipSpace(text, at);
        var start = at;
        at = RangeScanner.SkipVersion(text, start);
        return at == start ? null : ReadVersion(op, text[start..at], syntax);
    }

    private static RangeOperator ReadOperator(string text, ref int at)
    {
        foreach (var (mark, op) in Operators)
        {
            if (text.AsSpan(at).StartsWith(mark, StringComparison.Ordinal))
            {
                at += mark.Length;
                return op;
            }
        }

        return RangeOperator.Equal;
    }

    private static RangePart? ReadVersion(RangeOperator op, string text, VersionSyntax syntax)
    {
        var (given, end) = CountGiven(text, out var numbers);
        var whole = given == 3 ? text : $"{JoinNumbers(text, given, numbers)}{GetPreRelease(text[end..])}";
        return SemanticVersion.Read(whole, syntax, out _) is { } version ? new RangePart(op, version, given) : null;
    }

    /// <summary>Counts the numbers before the first wildcard; from there on, all numbers are ignored.</summary>
    private static (int Given, int End) CountGiven(string text, out List<Range> numbers)
    {
        numbers = [];
        var given = -1;
        var end = text.StartsWith('v') ? 1 : 0;
        do
        {
            var start = end == 0 || numbers.Count == 0 ? end : end + 1;
            end = RangeScanner.SkipNumber(text, start);
            if (given < 0 && text[start..end] is ("x" or "X" or "*"))
            {
                given = numbers.Count;
            }

            numbers.Add(start..end);
        }
        while (numbers.Count < 3 && end < text.Length && text[end] == '.');

        return (given < 0 ? numbers.Count : given, end);
    }

    private static string JoinNumbers(string text, int given, List<Range> numbers) =>
        string.Join('.', Enumerable.Range(0, 3).Select(part => part < given ? text[numbers[part]] : "0"));

    private static string GetPreRelease(string tail)
    {
        var plus = tail.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? tail : tail[..plus];
    }
}
