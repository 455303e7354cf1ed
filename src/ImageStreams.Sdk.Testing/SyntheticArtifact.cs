using ImageStreams.References;

namespace ImageStreams.Testing;

/// <summary>An artifact that can be pushed: a manifest with everything that it refers to.</summary>
/// <remarks>Immutable. The same input gives the same bytes and the same digest, on every machine and runtime.</remarks>
public abstract class SyntheticArtifact
{
    private protected SyntheticArtifact()
    {
    }

    /// <summary>The media type of the manifest.</summary>
    public abstract string MediaType { get; }

    /// <summary>The bytes of the manifest.</summary>
    public abstract ReadOnlyMemory<byte> Manifest { get; }

    /// <summary>The digest of the manifest, which identifies the artifact in a registry.</summary>
    public Digest Digest => field ??= Digest.Sha256(Manifest.Span);

    /// <summary>The blobs that the manifest refers to; empty for an index.</summary>
    public abstract IReadOnlyList<SyntheticBlob> Blobs { get; }

    /// <summary>The artifacts that the manifest lists; empty for an image.</summary>
    public abstract IReadOnlyList<SyntheticArtifact> Children { get; }
}
