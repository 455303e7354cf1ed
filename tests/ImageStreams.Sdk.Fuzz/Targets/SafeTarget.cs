namespace ImageStreams.Fuzz;

/// <summary>A reader that throws nothing.</summary>
internal sealed class SafeTarget(string name, byte[][] seeds, TokenSet tokens, Action<byte[]> read)
    : FuzzTarget(name, seeds, tokens)
{
    public override void Check(ReadOnlySpan<byte> input) => read(input.ToArray());
}
