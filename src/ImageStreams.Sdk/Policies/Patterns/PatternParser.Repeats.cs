using System.Globalization;

namespace ImageStreams.Policies;

/// <content>Operators of repetition.</content>
internal sealed partial class PatternParser
{
    private const int MaxCount = 1000;

    private bool ParseOperator()
    {
        var op = Current;
        _at++;
        Apply(op switch
        {
            '*' => (part, isLazy) => part.Any(isLazy),
            '+' => (part, isLazy) => part.OneOrMore(isLazy),
            _ => (part, isLazy) => part.Optional(isLazy),
        });
        return true;
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; any other brace is a literal.</summary>
    private bool ParseCounts()
    {
        if (!TryTakeCounts(out var min, out var max))
        {
            AddLiteral(TakeRune());
            return false;
        }

        if (min > MaxCount || max > MaxCount || (max >= 0 && min > max))
        {
            Fail("repeats more than 1000 times, or from a higher to a lower count");
            return true;
        }

        var copies = Math.Max(min, max) + 1;
        if (_open.Peek().Last is { } last && (long)copies * (last.Code.Length + 1) > PatternProgram.MaxInstructions)
        {
            Fail("is too large");
            return true;
        }

        Apply((part, isLazy) => part.Repeat(min, max, isLazy));
        return true;
    }

    private bool TryTakeCounts(out int min, out int max)
    {
        max = 0;
        var end = _text.IndexOf('}', _at);
        var content = end < 0 ? default : _text.AsSpan(_at + 1, end - _at - 1);
        var comma = content.IndexOf(',');
        if (!TryReadCount(comma < 0 ? content : content[..comma], out min))
        {
            return false;
        }

        max = comma < 0 ? min : -1;
        if (comma >= 0 && comma + 1 < content.Length && !TryReadCount(content[(comma + 1)..], out max))
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    private static bool TryReadCount(ReadOnlySpan<char> digits, out int count)
    {
        count = int.MaxValue;
        var isNumber = !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9') && (digits.Length == 1 || digits[0] != '0');
        if (isNumber && digits.Length <= 8)
        {
            count = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return isNumber;
    }

    private void Apply(Func<PatternFragment, bool, PatternFragment> repeat)
    {
        var isLazy = _flags.HasFlag(PatternFlags.Ungreedy);
        if (!IsAtEnd && Current == '?')
        {
            isLazy = !isLazy;
            _at++;
        }

        var group = _open.Peek();
        if (_isAfterRepeat || group.Last is not { } part)
        {
            Fail("has an operator of repetition without anything to repeat");
            return;
        }

        var repeated = repeat(part, isLazy);
        _size += repeated.Code.Length;
        if (repeated.Repeats > MaxCount || _size > PatternProgram.MaxInstructions * 2)
        {
            Fail("repeats more than 1000 times, or is too large");
            return;
        }

        group.Last = repeated;
    }
}
