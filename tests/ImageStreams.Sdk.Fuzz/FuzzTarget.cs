namespace ImageStreams.Fuzz;

/// <summary>Something that is fuzzed: where its inputs come from, and what must hold for each of them.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="seeds">The texts that are mutated.</param>
/// <param name="tokens">What is put in.</param>
internal abstract class FuzzTarget(string name, byte[][] seeds, TokenSet tokens)
{
    private readonly Mutator _mutator = new(seeds, tokens);

    public string Name => name;

    /// <summary>The number of plain inputs that one of this target takes the time of.</summary>
    public virtual int Cost => 1;

    /// <summary>Makes the input of a number, which is valid until the next one is made.</summary>
    public ReadOnlySpan<byte> CreateInput(ulong seed, long iteration) =>
        CreateInput(new SplitMix(seed, name, iteration));

    /// <summary>Makes an input by random numbers: by default, a seed with some edits.</summary>
    protected virtual ReadOnlySpan<byte> CreateInput(SplitMix random) => _mutator.Create(random);

    /// <summary>Does with an input what users do; throws when something does not hold.</summary>
    public abstract void Check(ReadOnlySpan<byte> input);

    /// <summary>Runs one input, and returns what it threw; null when everything held.</summary>
    public Exception? Try(ReadOnlySpan<byte> input)
    {
        try
        {
            Check(input);
            return null;
        }
#pragma warning disable CA1031 // Whatever an input throws here is the finding.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }
}
