using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>The names of images in files that are no manifests, as registries know them.</summary>
internal static class MentionNames
{
    /// <summary>Finds the name that a registry can be asked about: with registry and tag, and without digest; null when there is none.</summary>
    public static string? Find(ImageMention mention)
    {
        var isFixed = mention.Digest.Length > 0 && mention.Tag.Length == 0;
        return !isFixed && ImageReference.TryParse(mention.Image, out var reference)
            ? reference.WithId("").ToDockerClientDefaults().ToString()
            : null;
    }
}
