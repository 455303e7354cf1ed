using ImageStreams.Collections;
using ImageStreams.Registries;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The JSON of manifests, with the fields that OpenShift reads.</summary>
internal static partial class ManifestDocuments
{
    private const string Unknown = "unknown";
    private const string ReferenceType = "vnd.docker.reference.type";
    private const string AttestationType = "attestation-manifest";

    /// <summary>The fields that identify the type of a manifest.</summary>
    [WireObject]
    internal sealed partial record Header
    {
        [WireField("schemaVersion")]
        public long SchemaVersion { get; init; }

        [WireField("mediaType", OmitEmpty = true)]
        public string MediaType { get; init; } = "";
    }

    /// <summary>A manifest of one image: schema 1, schema 2 or OCI.</summary>
    [WireObject]
    internal sealed partial record SingleImage
    {
        [WireField("schemaVersion")]
        public long SchemaVersion { get; init; }

        [WireField("mediaType", OmitEmpty = true)]
        public string MediaType { get; init; } = "";

        [WireField("name")]
        public string Name { get; init; } = "";

        [WireField("tag")]
        public string Tag { get; init; } = "";

        [WireField("architecture")]
        public string Architecture { get; init; } = "";

        /// <summary>The layers of schema 1, newest first.</summary>
        [WireField("fsLayers")]
        public ValueList<Layer> FsLayers { get; init; }

        /// <summary>The history entries of the layers of schema 1, newest first.</summary>
        [WireField("history")]
        public ValueList<HistoryEntry> History { get; init; }

        /// <summary>The layers of schema 2 and OCI, oldest first.</summary>
        [WireField("layers")]
        public ValueList<Descriptor> Layers { get; init; }

        [WireField("config")]
        public Descriptor Config { get; init; } = Descriptor.Default;
    }

    /// <summary>A reference to content in a registry.</summary>
    [WireObject]
    internal sealed partial record Descriptor
    {
        /// <summary>The media type of the content.</summary>
        [WireField("mediaType", OmitEmpty = true)]
        public string MediaType { get; init; } = "";

        /// <summary>The length of the content, in bytes.</summary>
        [WireField("size", OmitEmpty = true)]
        public long Size { get; init; }

        /// <summary>The digest as it is in the manifest, unchecked.</summary>
        [WireField("digest", OmitEmpty = true)]
        public string Digest { get; init; } = "";
    }

    /// <summary>A layer of a schema 1 manifest.</summary>
    [WireObject]
    internal sealed partial record Layer
    {
        [WireField("blobSum")]
        public string BlobSum { get; init; } = "";
    }

    /// <summary>The history of a layer of a schema 1 manifest: JSON in a text.</summary>
    [WireObject]
    internal sealed partial record HistoryEntry
    {
        [WireField("v1Compatibility")]
        public string V1Compatibility { get; init; } = "";
    }

    /// <summary>The latest history entry of a schema 1 manifest, which describes the image.</summary>
    [WireObject]
    internal sealed partial record HistoryImage : DockerImageFields;

    /// <summary>The size in a history entry of a schema 1 manifest.</summary>
    [WireObject]
    internal sealed partial record HistorySize
    {
        [WireField("size", OmitEmpty = true)]
        public long Size { get; init; }
    }

    /// <summary>A manifest list or an index.</summary>
    [WireObject]
    internal sealed partial record Index
    {
        [WireField("manifests")]
        public ValueList<IndexEntry> Manifests { get; init; }
    }

    /// <summary>A reference to a manifest in an index.</summary>
    [WireObject]
    internal sealed partial record IndexEntry
    {
        [WireField("mediaType", OmitEmpty = true)]
        public string MediaType { get; init; } = "";

        [WireField("digest", OmitEmpty = true)]
        public string Digest { get; init; } = "";

        [WireField("size", OmitEmpty = true)]
        public long Size { get; init; }

        [WireField("platform", OmitEmpty = true)]
        public IndexPlatform Platform { get; init; } = IndexPlatform.Default;

        [WireField("artifactType", OmitEmpty = true)]
        public string ArtifactType { get; init; } = "";

        [WireField("annotations")]
        public ValueMap<string> Annotations { get; init; }

        private bool IsAttestation => Platform.IsUnknown
            || (Annotations.TryGetValue(ReferenceType, out var type) && type == AttestationType);

        public IndexedManifest ToIndexedManifest() => new()
        {
            Manifest = ToImageManifest(),
            IsAttestation = IsAttestation,
            IsArtifact = Platform.IsEmpty && IsOfOwnType,
        };

        /// <summary>Gets a value indicating whether the type is not that of an image or an index.</summary>
        private bool IsOfOwnType => ArtifactType.Length > 0
            || (MediaType.Length > 0 && MediaTypes.GetKind(MediaType) == ManifestKinds.None);

        private ImageManifest ToImageManifest() => new()
        {
            Digest = Digest,
            MediaType = MediaType,
            ManifestSize = Size,
            Architecture = Platform.Architecture,
            Os = Platform.Os,
            Variant = Platform.Variant,
        };
    }

    /// <summary>The platform of a manifest in an index.</summary>
    [WireObject]
    internal sealed partial record IndexPlatform
    {
        [WireField("architecture")]
        public string Architecture { get; init; } = "";

        [WireField("os")]
        public string Os { get; init; } = "";

        [WireField("variant", OmitEmpty = true)]
        public string? Variant { get; init; }

        public bool IsUnknown => Architecture == Unknown && Os == Unknown;

        public bool IsEmpty => Architecture.Length == 0 && Os.Length == 0;
    }
}
