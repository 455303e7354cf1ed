namespace ImageStreams.Importing;

/// <summary>What it costs to import an image that is news.</summary>
/// <param name="Manifests">The manifests that are fetched, which are what registries count as pulls.</param>
/// <param name="Configs">The configurations that are fetched.</param>
internal readonly record struct ImportCost(int Manifests, int Configs)
{
    /// <summary>One image of an index: that, and the index.</summary>
    public static ImportCost SingleFromIndex { get; } = new(2, 1);

    /// <summary>An index alone, to see whether an image is still the one that stands for it: once in each process.</summary>
    public static ImportCost IndexOnly { get; } = new(1, 0);

    /// <summary>The requests after the <c>HEAD</c> that found it.</summary>
    public int Requests => Manifests + Configs;

    /// <summary>The cost of an image by its platforms, 0 when it is no index, and what an import makes of it.</summary>
    public static ImportCost Create(int platforms, ImportMode mode) =>
        platforms == 0 ? new ImportCost(1, 1)
        : mode == ImportMode.PreserveOriginal ? new ImportCost(1 + platforms, platforms)
        : SingleFromIndex;
}
