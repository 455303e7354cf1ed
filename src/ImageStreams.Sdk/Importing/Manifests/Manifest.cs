using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A manifest as a registry serves it: of one image, or an index of several.</summary>
/// <remarks>Immutable. A closed type whose cases are nested.</remarks>
internal abstract record Manifest
{
    /// <summary>The largest manifest that is parsed: 16 MiB, well above what registries accept.</summary>
    /// <remarks>Registry clients have lower limits; this is the last line of defense.</remarks>
    public const int MaxLength = 16 << 20;

    /// <summary>The largest configuration that is parsed: 32 MiB.</summary>
    public const int MaxConfigLength = 32 << 20;

    private Manifest()
    {
    }

    /// <summary>The media type by content and header: one of <see cref="MediaTypes"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Parses a manifest.</summary>
    /// <remarks>
    /// The media type is that of the header; with an unspecific header such as <c>application/json</c>, that of the
    /// manifest's own <c>mediaType</c>; without that, it follows from the fields. A manifest that contradicts its header, or
    /// has the fields of both an image and an index, is rejected: two readers could take it for different images.
    /// </remarks>
    /// <param name="content">The manifest's bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c>; parameters and case are ignored.</param>
    /// <exception cref="ImageFormatException">The content is not a manifest, or contradicts its
    /// header.</exception>
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

    /// <summary>A Docker manifest of schema 1, which contains its configuration in its history.</summary>
    public sealed record Schema1 : Manifest
    {
        /// <summary>The repository that it was created for.</summary>
        public required string Name { get; init; }

        /// <summary>The tag that it was created for.</summary>
        public required string Tag { get; init; }

        /// <summary>The processor architecture.</summary>
        public required string Architecture { get; init; }

        /// <summary>The layers, base first.</summary>
        public required ValueList<ImageLayer> Layers { get; init; }
    }

    /// <summary>A schema 2 or OCI manifest, which refers to its configuration.</summary>
    public sealed record SingleImage : Manifest
    {
        /// <summary>The descriptor of the configuration; its digest is empty when the manifest has none.</summary>
        public required ManifestDocuments.Descriptor Config { get; init; }

        /// <summary>The layers, base first.</summary>
        public required ValueList<ImageLayer> Layers { get; init; }
    }

    /// <summary>A manifest list or an index: a manifest for each platform.</summary>
    public sealed record Index : Manifest
    {
        /// <summary>The entries, in the order of the index.</summary>
        public required ValueList<IndexedManifest> Entries { get; init; }
    }

    private static Index ParseIndex(ReadOnlySpan<byte> content, string mediaType) => new()
    {
        MediaType = mediaType,
        Entries = ManifestText.ReadManifest<ManifestDocuments.Index>(content).Manifests
            .Select(static entry => entry.ToIndexedManifest())
            .ToValueList(),
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
