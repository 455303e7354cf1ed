using System.Collections.Immutable;
using ImageStreams.Registries;
using ImageStreams.Testing.Synthesis;

namespace ImageStreams.Testing;

/// <summary>A list of images, one per platform: a Docker manifest list or an OCI index.</summary>
/// <remarks>Immutable: each method returns a changed copy. In OCI format by default; see <see cref="AsDocker"/>.</remarks>
public sealed class SyntheticIndex : SyntheticArtifact
{
    private readonly ImmutableArray<SyntheticImage> _images;
    private readonly bool _isOci;
    private readonly Lazy<ReadOnlyMemory<byte>> _manifest;

    private SyntheticIndex(ImmutableArray<SyntheticImage> images, bool isOci)
    {
        _images = images;
        _isOci = isOci;
        _manifest = new Lazy<ReadOnlyMemory<byte>>(() => IndexBuilder.Build(images, isOci));
    }

    /// <inheritdoc/>
    public override string MediaType => _isOci ? MediaTypes.OciIndex : MediaTypes.DockerManifestList;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Manifest => _manifest.Value;

    /// <inheritdoc/>
    public override IReadOnlyList<SyntheticBlob> Blobs => [];

    /// <inheritdoc/>
    public override IReadOnlyList<SyntheticArtifact> Children => _images;

    /// <summary>Creates an index.</summary>
    /// <param name="images">The images in order, each with its platform.</param>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null.</exception>
    public static SyntheticIndex Create(params SyntheticImage[] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new([.. images], isOci: true);
    }

    /// <summary>Creates an index of one image on several platforms.</summary>
    /// <param name="image">The image; its own platform is ignored.</param>
    /// <param name="platforms">Platforms such as <c>linux/arm64</c> or <c>linux/arm/v7</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> or <paramref name="platforms"/> is null.</exception>
    public static SyntheticIndex ForPlatforms(SyntheticImage image, params string[] platforms)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(platforms);
        return Create([.. platforms.Select(SyntheticPlatform.Parse).Select(platform =>
            image.WithPlatform(platform.OperatingSystem, platform.Architecture, platform.Variant))]);
    }

    /// <summary>Returns the index with one more image.</summary>
    /// <param name="image">The image, with its platform.</param>
    public SyntheticIndex With(SyntheticImage image) => new(_images.Add(image), _isOci);

    /// <summary>Returns the index as an OCI index.</summary>
    public SyntheticIndex AsOci() => new(_images, isOci: true);

    /// <summary>Returns the index as a Docker manifest list.</summary>
    public SyntheticIndex AsDocker() => new(_images, isOci: false);
}
