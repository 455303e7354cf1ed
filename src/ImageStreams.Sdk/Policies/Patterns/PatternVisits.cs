namespace ImageStreams.Policies;

/// <summary>The instructions that have run at each position of a text.</summary>
/// <remarks>A new text begins a new round, so that nothing has to be cleared.</remarks>
internal sealed class PatternVisits(int instructions)
{
    /// <summary>The greatest product of instructions and positions.</summary>
    private const long MaxStates = 8_000_000;

    private int[] _rounds = [];
    private int _round;
    private int _positions;

    /// <summary>Begins a text; false when it is too long for the pattern.</summary>
    public bool TryBegin(int length)
    {
        _positions = length + 1;
        var states = (long)_positions * instructions;
        if (states > MaxStates)
        {
            return false;
        }

        if (_rounds.Length < states || _round == int.MaxValue)
        {
            _rounds = new int[Math.Max(states, _rounds.Length)];
            _round = 0;
        }

        _round++;
        return true;
    }

    /// <summary>Notes an instruction at a position; false when it has run there.</summary>
    public bool TryMark(int instruction, int position)
    {
        ref var round = ref _rounds[(instruction * _positions) + position];
        var isNew = round != _round;
        round = _round;
        return isNew;
    }
}
