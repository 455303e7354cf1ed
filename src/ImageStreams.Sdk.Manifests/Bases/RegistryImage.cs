using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>The facts about an image in a registry that tell what it was built from.</summary>
public sealed record RegistryImage
{
    /// <summary>The pull spec that was asked for.</summary>
    public required string PullSpec { get; init; }

    /// <summary>The digest that the pull spec leads to: that of an index, or of the image itself.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The digest of the manifest of the image; equal to <see cref="Digest"/> unless that is an index.</summary>
    public required Digest ImageDigest { get; init; }

    /// <summary>The platform, such as <c>linux/amd64</c>; null when the image does not name it.</summary>
    public string? Platform { get; init; }

    /// <summary>The digests of the layers as they are stored, the lowest first.</summary>
    public ValueList<string> Layers { get; init; }

    /// <summary>The digests of the layers without compression, the lowest first; empty when the configuration has none.</summary>
    public ValueList<string> DiffIds { get; init; }

    /// <summary>The annotations of the manifest. They are those of this image alone: a build does not inherit them.</summary>
    public ValueMap<string> Annotations { get; init; }

    /// <summary>The labels of the configuration. Builds inherit those of their base.</summary>
    public ValueMap<string> Labels { get; init; }

    /// <summary>Counts the layers that an image has in common with its base, when it has all those of the base at its bottom.</summary>
    /// <param name="baseImage">The image that may be the base.</param>
    /// <returns>The number of layers of the base; 0 when the image was not built from it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseImage"/> is null.</exception>
    public int CountBaseLayers(RegistryImage baseImage)
    {
        ArgumentNullException.ThrowIfNull(baseImage);
        return Math.Max(CountPrefix(DiffIds, baseImage.DiffIds), CountPrefix(Layers, baseImage.Layers));
    }

    private static int CountPrefix(ValueList<string> layers, ValueList<string> below) =>
        below.Count <= layers.Count && below.SequenceEqual(layers.Take(below.Count)) ? below.Count : 0;
}
