using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>Estimates the memory of images.</summary>
internal static class ImageSize
{
    private const long LayerBytes = 128;

    /// <summary>Estimates the bytes of an image that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(Image image, Image? next) =>
        MetadataSize.MeasureDropped(image.Metadata, next?.Metadata)
        + MeasureDropped(image.DockerImageManifest, next?.DockerImageManifest)
        + MeasureDropped(image.DockerImageConfig, next?.DockerImageConfig)
        + MeasureDropped(image.DockerImageReference, next?.DockerImageReference)
        + MeasureDropped(image.DockerImageMetadata, next?.DockerImageMetadata ?? default)
        + PartSize.MeasureDropped(image.DockerImageLayers, next?.DockerImageLayers, Measure)
        + PartSize.MeasureDropped(image.DockerImageManifests, next?.DockerImageManifests, Measure)
        + PartSize.MeasureDropped(image.Signatures, next?.Signatures, SignatureSize.Measure)
        + PartSize.MeasureDropped(image.DockerImageSignatures, next?.DockerImageSignatures, static bytes => bytes.Count)
        + PartSize.MeasureDropped(image.UnknownFields, next?.UnknownFields);

    private static long MeasureDropped(string? text, string? next) => ReferenceEquals(text, next) ? 0 : PartSize.Measure(text);

    private static long MeasureDropped(RawJson json, RawJson next) =>
        ReferenceEquals(json.Bytes, next.Bytes) ? 0 : json.Utf8.Length;

    private static long Measure(ImageLayer layer) =>
        LayerBytes + PartSize.Measure(layer.Name, layer.MediaType) + PartSize.Measure(layer.UnknownFields);

    private static long Measure(ImageManifest manifest) => LayerBytes
        + PartSize.Measure(manifest.Digest, manifest.MediaType, manifest.Architecture, manifest.Os, manifest.Variant)
        + PartSize.Measure(manifest.UnknownFields);
}
