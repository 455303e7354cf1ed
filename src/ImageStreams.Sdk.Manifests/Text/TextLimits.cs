namespace ImageStreams.Manifests;

/// <summary>The limits of reading one text.</summary>
internal sealed class TextLimits
{
    public static readonly TextLimits Default = new();

    /// <summary>The maximum number of mappings and sequences in each other, aliases included.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The maximum number of nodes of one text, without those that aliases repeat.</summary>
    public int MaxNodes { get; init; } = 20_000_000;

    /// <summary>The maximum number of nodes that all aliases of one text repeat.</summary>
    public int MaxRepeatedNodes { get; init; } = 200_000;

    /// <summary>The maximum number of characters that all aliases of one text repeat.</summary>
    public int MaxRepeatedCharacters { get; init; } = 10_000_000;

    /// <summary>The maximum number of problems that are reported of one text.</summary>
    public int MaxProblems { get; init; } = 100;
}
