using System.Text;

namespace ImageStreams.Policies;

/// <summary>Runs a pattern on texts; the leftmost match wins, and of several the one that the pattern prefers.</summary>
/// <remarks>
/// Each instruction runs at each position at most once, so that the work is at most the product of both, whatever the pattern.
/// Not safe for several threads.
/// </remarks>
internal sealed class PatternMatcher(PatternProgram program, PatternBudget budget)
{
    private readonly PatternInstruction[] _code = program.Code;
    private readonly int _first = program.FirstRune;
    private readonly Stack<(int Target, int Value, bool IsSlot)> _jobs = new();
    private readonly int[] _slots = new int[2 * program.GroupNames.Count];
    private readonly PatternVisits _visits = new(program.Code.Length);

    /// <summary>The limits of the groups of the last match: first and end position by turns; -1 without a part in it.</summary>
    public ReadOnlySpan<int> Slots => _slots;

    /// <summary>Searches a text.</summary>
    public bool Matches(string text)
    {
        if (CannotBegin(text) || !Prepare(text))
        {
            return false;
        }

        var last = program.IsAnchored ? 0 : text.Length;
        for (var start = 0; start <= last; start++)
        {
            if (!PatternPositions.SplitsPair(text, start) && MatchesAt(text, start))
            {
                return true;
            }
        }

        return false;
    }

    // Most tags begin in another way than what the patterns of signatures look for.
    private bool CannotBegin(string text) =>
        _first is >= 0 and < 0x80 && (text.Length == 0 || text[0] != _first);

    private bool Prepare(string text)
    {
        Array.Fill(_slots, -1);
        return _visits.TryBegin(text.Length) ? !budget.IsExhausted : budget.TryTake(long.MaxValue / 2);
    }

    private bool MatchesAt(string text, int start)
    {
        _jobs.Clear();
        _jobs.Push((0, start, false));
        while (_jobs.TryPop(out var job))
        {
            if (job.IsSlot)
            {
                _slots[job.Target] = job.Value;
            }
            else if (Follow(text, job.Target, job.Value))
            {
                return true;
            }
        }

        return false;
    }

    private bool Follow(string text, int at, int position)
    {
        while (at >= 0 && budget.TryTake(1) && _visits.TryMark(at, position))
        {
            ref readonly var instruction = ref _code[at];
            switch (instruction.Op)
            {
                case PatternOp.Match:
                    return true;
                case PatternOp.Split:
                    _jobs.Push((at + instruction.Y, position, false));
                    at += instruction.X;
                    break;
                case PatternOp.Jump:
                    at += instruction.X;
                    break;
                case PatternOp.Save:
                    _jobs.Push((instruction.X, _slots[instruction.X], true));
                    _slots[instruction.X] = position;
                    at++;
                    break;
                default:
                    at = TryPass(in instruction, text, ref position) ? at + 1 : -1;
                    break;
            }
        }

        return false;
    }

    private static bool TryPass(in PatternInstruction instruction, string text, ref int position)
    {
        if (instruction.Op == PatternOp.Assert)
        {
            return PatternPositions.Holds((PatternAssertion)instruction.X, text, position);
        }

        if (position >= text.Length)
        {
            return false;
        }

        var rune = (int)text[position];
        var length = 1;
        if (char.IsSurrogate(text[position]))
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(position), out var decoded, out length);
            rune = decoded.Value;
        }

        position += length;
        return instruction.Class is { } runes ? runes.Contains(rune) : instruction.X == rune;
    }
}
