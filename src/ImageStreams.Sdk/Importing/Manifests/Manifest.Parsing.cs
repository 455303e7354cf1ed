using ImageStreams.Registries;

namespace ImageStreams.Importing;

internal abstract partial record Manifest
{
    /// <summary>Reads a manifest.</summary>
    /// <remarks>
    /// What it is follows from its header; with a header that does not say (such as <c>application/json</c>), from the
    /// manifest's own <c>mediaType</c>; without that, from its fields. A manifest that contradicts its header, or has
    /// the fields of both an image and an index, is refused: two readers could take it for different images.
    /// </remarks>
    /// <param name="content">The manifest's bytes.</param>
    /// <param name="contentType">The header it was served with; parameters and case play no role.</param>
    /// <exception cref="ImageFormatException">The content is not a manifest, or not the one its header
    /// says.</exception>
    public static Manifest Parse(ReadOnlySpan<byte> content, string? contentType = null)
    {
        var header = ManifestText.ReadManifest<ManifestDocuments.Header>(content);
        var shape = ManifestShape.Scan(content);
        var mediaType = ManifestMediaType.Find(header, shape, MediaTypes.FromHeader(contentType));
        if (MediaTypes.IsIndex(mediaType))
        {
            return ParseIndex(content, mediaType);
        }

        var document = ManifestText.ReadManifest<ManifestDocuments.SingleImage>(content);
        return MediaTypes.IsSchema1(mediaType) ? FromSchema1(document, mediaType) : FromSchema2(document, mediaType);
    }

    private static Index ParseIndex(ReadOnlySpan<byte> content, string mediaType) => new()
    {
        MediaType = mediaType,
        Manifests = [.. ManifestText.ReadManifest<ManifestDocuments.Index>(content).Manifests.Select(entry => entry.ToImageManifest())],
    };

    private static Schema1 FromSchema1(ManifestDocuments.SingleImage document, string mediaType) => new()
    {
        MediaType = mediaType,
        Name = document.Name,
        Tag = document.Tag,
        Architecture = document.Architecture,
        Layers = ManifestLayers.FromSchema1(document),
    };

    private static SingleImage FromSchema2(ManifestDocuments.SingleImage document, string mediaType) => new()
    {
        MediaType = mediaType,
        Config = document.Config,
        Layers = ManifestLayers.FromSchema2(document),
    };
}
