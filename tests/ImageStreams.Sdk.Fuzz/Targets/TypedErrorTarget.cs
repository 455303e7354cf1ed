namespace ImageStreams.Fuzz;

/// <summary>A reader that throws one type of exception and no other.</summary>
internal sealed class TypedErrorTarget<TException>(string name, byte[][] seeds, TokenSet tokens, Action<byte[]> read)
    : FuzzTarget(name, seeds, tokens)
    where TException : Exception
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        try
        {
            read(input.ToArray());
        }
        catch (TException)
        {
            // The reader refused the input, as it says.
        }
    }
}
