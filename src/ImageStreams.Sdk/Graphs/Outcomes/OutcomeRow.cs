namespace ImageStreams.Graphs;

/// <summary>The outcome of one node.</summary>
internal struct OutcomeRow
{
    private const int KindBits = 3;

    private int _hopsAndKind;
    private int _decider;

    /// <summary>The node that decides; while a path is followed, the node at which it starts.</summary>
    public int Decider
    {
        readonly get => _decider - 1;
        set => _decider = value + 1;
    }

    /// <summary>Gets a value indicating whether the outcome is known; false also while a path is followed.</summary>
    public readonly bool IsKnown => (_hopsAndKind & ((1 << KindBits) - 1)) != 0;

    public readonly TagOutcomeKind Kind => (TagOutcomeKind)((_hopsAndKind & ((1 << KindBits) - 1)) - 1);

    public readonly int Hops => _hopsAndKind >> KindBits;

    public static OutcomeRow Create(TagOutcomeKind kind, int decider, int hops) =>
        new() { Decider = decider, _hopsAndKind = (hops << KindBits) | ((int)kind + 1) };
}
