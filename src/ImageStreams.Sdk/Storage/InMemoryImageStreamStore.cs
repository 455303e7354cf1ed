namespace ImageStreams.Storage;

/// <summary>Keeps streams and images in memory.</summary>
public sealed class InMemoryImageStreamStore : IImageStreamStore
{
    /// <inheritdoc/>
    public IObjectStore<ImageStream> Streams { get; } = null!;

    /// <inheritdoc/>
    public IObjectStore<Image> Images { get; } = null!;
}
