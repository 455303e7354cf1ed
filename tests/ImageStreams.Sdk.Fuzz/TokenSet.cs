namespace ImageStreams.Fuzz;

/// <summary>What mutations put into the inputs of a kind.</summary>
internal sealed record TokenSet
{
    /// <summary>Texts that mean something there.</summary>
    public required byte[][] Texts { get; init; }

    /// <summary>Whole JSON values; empty where the inputs are not JSON.</summary>
    public byte[][] Values { get; init; } = [];
}
