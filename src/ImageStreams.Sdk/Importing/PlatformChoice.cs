using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The image that stands for an index.</summary>
internal sealed record PlatformChoice
{
    /// <summary>The image.</summary>
    public required Digest Image { get; init; }

    /// <summary>The platforms of the other images, each once, in the order of the index.</summary>
    public ValueList<string> Dropped { get; init; }

    /// <summary>Creates a choice.</summary>
    /// <param name="image">The digest of the image.</param>
    /// <param name="chosen">Its entry.</param>
    /// <param name="seen">The entries among which it was chosen.</param>
    public static PlatformChoice Create(Digest image, IndexedManifest chosen, IEnumerable<IndexedManifest> seen) => new()
    {
        Image = image,
        Dropped = seen
            .Where(static entry => entry is { IsAttestation: false, IsArtifact: false, HasPlatform: true })
            .Select(static entry => entry.Platform)
            .Where(platform => platform != chosen.Platform)
            .Distinct(StringComparer.Ordinal)
            .ToValueList(),
    };
}
