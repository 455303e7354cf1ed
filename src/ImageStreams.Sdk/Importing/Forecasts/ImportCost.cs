namespace ImageStreams.Importing;

/// <summary>The cost of importing a new image.</summary>
/// <param name="Manifests">The number of manifests, which registries count as pulls.</param>
/// <param name="Configs">The number of image configurations.</param>
internal readonly record struct ImportCost(int Manifests, int Configs)
{
    /// <summary>The cost of one image of an index: the image and the index.</summary>
    public static ImportCost SingleFromIndex { get; } = new(2, 1);

    /// <summary>The cost of an index alone, which is read once in each process to find the image that stands for it.</summary>
    public static ImportCost IndexOnly { get; } = new(1, 0);

    /// <summary>The number of requests after the <c>HEAD</c> request that found the image.</summary>
    public int Requests => Manifests + Configs;

    /// <summary>Computes the cost of an image by its number of platforms (0 for an image that is not an index).</summary>
    public static ImportCost Create(int platforms, ImportMode mode)
    {
        if (platforms == 0)
        {
            return new ImportCost(1, 1);
        }

        return mode == ImportMode.PreserveOriginal ? new ImportCost(1 + platforms, platforms) : SingleFromIndex;
    }
}
