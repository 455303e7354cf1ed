using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The platform that the annotations of a spec tag prefer; empty parts leave the choice to the importer.</summary>
/// <remarks>OpenShift reads the annotations of the tag that the stream has, not of the request, and not for digests.</remarks>
internal readonly record struct PlatformPreference(string? Architecture, string? Os)
{
    /// <summary>Reads the preference of a tag as the stream has it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The name of the tag that the image is imported into.</param>
    public static PlatformPreference Read(ImageStream stream, string tag) => stream.Spec.Tags.Find(tag) is { } specTag
        ? new(Find(specTag, ImageStreamAnnotations.PreferredArchitecture), Find(specTag, ImageStreamAnnotations.PreferredOs))
        : default;

    /// <summary>Returns the platform to choose, with the importer's own where the tag prefers none.</summary>
    /// <param name="reference">The image; a digest takes the importer's own platform.</param>
    /// <param name="importer">The importer's own platform.</param>
    public Platform Apply(ImageReference reference, Platform importer) => reference.Id.Length > 0
        ? importer
        : new Platform { Architecture = OrElse(Architecture, importer.Architecture), Os = OrElse(Os, importer.Os) };

    private static string? Find(TagReference specTag, string annotation) =>
        specTag.Annotations.TryGetValue(annotation, out var value) ? value : null;

    private static string OrElse(string? value, string instead) => string.IsNullOrEmpty(value) ? instead : value;
}
