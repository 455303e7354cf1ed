using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A manifest as a registry serves it: of one image, or an index of several.</summary>
/// <remarks>Immutable. A closed type: its cases are the nested ones, to be told apart by <c>switch</c>.</remarks>
internal abstract partial record Manifest
{
    /// <summary>The longest manifest that is read: 16 MiB, well above what registries accept.</summary>
    /// <remarks>Registry clients cap what they fetch lower; this is the last line.</remarks>
    public const int MaxLength = 16 << 20;

    /// <summary>The longest configuration that is read: 32 MiB.</summary>
    public const int MaxConfigLength = 32 << 20;

    private Manifest()
    {
    }

    /// <summary>What it is, whatever its header said: one of <see cref="MediaTypes"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>A Docker manifest of schema 1, which holds its configuration in its history.</summary>
    public sealed record Schema1 : Manifest
    {
        /// <summary>The repository that it was made for.</summary>
        public required string Name { get; init; }

        /// <summary>The tag that it was made for.</summary>
        public required string Tag { get; init; }

        /// <summary>The processor.</summary>
        public required string Architecture { get; init; }

        /// <summary>The layers, base first.</summary>
        public required ValueList<ImageLayer> Layers { get; init; }
    }

    /// <summary>A schema 2 or OCI manifest, which points at its configuration.</summary>
    public sealed record SingleImage : Manifest
    {
        /// <summary>The configuration's place; its digest is empty when the manifest names none.</summary>
        public required ManifestDocuments.Descriptor Config { get; init; }

        /// <summary>The layers, base first.</summary>
        public required ValueList<ImageLayer> Layers { get; init; }
    }

    /// <summary>A manifest list or an index: a manifest for each platform.</summary>
    public sealed record Index : Manifest
    {
        /// <summary>The manifests, in the order of the index. One without a platform has empty names for it.</summary>
        public required ValueList<ImageManifest> Manifests { get; init; }
    }
}
