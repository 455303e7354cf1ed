using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>Finds the base that an image was built from.</summary>
public static class BaseImageSearch
{
    /// <summary>The annotation or label with the name of the base.</summary>
    public const string NameKey = "org.opencontainers.image.base.name";

    /// <summary>The annotation or label with the digest of the base.</summary>
    public const string DigestKey = "org.opencontainers.image.base.digest";

    /// <summary>Finds the base of an image.</summary>
    /// <remarks>
    /// Layers are proof: of the known bases, the one with most layers counts. Next are the annotations of the manifest, and last the
    /// labels, which an image may have inherited: the name in them may be that of the base of its base.
    /// </remarks>
    /// <param name="image">The image.</param>
    /// <param name="bases">The images that may be its base; the image itself among them does not count.</param>
    /// <returns>The base, and how it was found.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the bases is null.</exception>
    public static BaseImageResult Find(RegistryImage image, IEnumerable<RegistryImage> bases)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(bases);
        return FindByLayers(image, bases)
            ?? FindByName(image.Annotations, isLabel: false)
            ?? (BaseImageResult?)FindByName(image.Labels, isLabel: true)
            ?? new BaseImageResult.Unknown();
    }

    private static BaseImageResult.ByLayers? FindByLayers(RegistryImage image, IEnumerable<RegistryImage> bases)
    {
        BaseImageResult.ByLayers? best = null;
        foreach (var candidate in bases)
        {
            ArgumentNullException.ThrowIfNull(candidate, nameof(bases));
            var count = candidate.ImageDigest == image.ImageDigest ? 0 : image.CountBaseLayers(candidate);
            if (count > (best?.LayerCount ?? 0))
            {
                best = new BaseImageResult.ByLayers { Base = candidate, LayerCount = count };
            }
        }

        return best;
    }

    private static BaseImageResult.ByName? FindByName(ValueMap<string> facts, bool isLabel)
    {
        var name = facts.TryGetValue(NameKey, out var found) && found.Length > 0 ? found : null;
        var digest = facts.TryGetValue(DigestKey, out var text) && Digest.TryParse(text, out var parsed) ? parsed : null;
        return name is null && digest is null ? null : new BaseImageResult.ByName { Name = name, Digest = digest, IsLabel = isLabel };
    }
}
