namespace ImageStreams.Policies;

/// <summary>The steps that the patterns of one policy may take over all tags; a limit of work rather than of time.</summary>
/// <remarks>A limit of time would make the answer depend on the machine. Not safe for several threads.</remarks>
internal sealed class PatternBudget(long steps)
{
    /// <summary>The steps of one choice, which take a few seconds.</summary>
    public const long Default = 200_000_000;

    private long _left = steps;

    /// <summary>Gets a value indicating whether more steps were asked for than there are.</summary>
    public bool IsExhausted => _left < 0;

    /// <summary>Takes steps; false when there are no more.</summary>
    public bool TryTake(long steps)
    {
        _left = _left < 0 ? _left : _left - steps;
        return _left >= 0;
    }
}
