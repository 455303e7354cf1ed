namespace ImageStreams.Fuzz;

/// <summary>SplitMix64: random numbers that depend on nothing but the seed, the target and the number of the input.</summary>
internal struct SplitMix
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state;

    public SplitMix(ulong seed, string target, long iteration)
    {
        _state = seed;
        foreach (var c in target)
        {
            _state = (_state ^ c) * 0x100000001B3;
        }

        _state += (ulong)iteration * Step;
        _state = NextBits();
    }

    /// <summary>Returns a number from 0 to below a limit.</summary>
    public int Next(int limit) => (int)((NextBits() >> 32) * (ulong)limit >> 32);

    public ReadOnlySpan<byte> Pick(byte[][] texts) => texts[Next(texts.Length)];

    private ulong NextBits()
    {
        _state += Step;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
