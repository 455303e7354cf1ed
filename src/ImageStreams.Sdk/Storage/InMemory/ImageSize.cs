namespace ImageStreams.Storage;

/// <summary>Estimates the memory of images.</summary>
internal static class ImageSize
{
    private const long LayerBytes = 256;

    /// <summary>Estimates the bytes of an image that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(Image image, Image? next) =>
        MetadataSize.MeasureDropped(image.Metadata, next?.Metadata)
        + Measure(image.DockerImageManifest, next?.DockerImageManifest)
        + Measure(image.DockerImageConfig, next?.DockerImageConfig)
        + (image.DockerImageMetadata.Equals(next?.DockerImageMetadata) ? 0 : image.DockerImageMetadata.Utf8.Length)
        + (LayerBytes * (image.DockerImageLayers.Count + image.DockerImageManifests.Count + image.Signatures.Count));

    private static long Measure(string? text, string? next) => ReferenceEquals(text, next) ? 0 : MetadataSize.Measure(text);
}
