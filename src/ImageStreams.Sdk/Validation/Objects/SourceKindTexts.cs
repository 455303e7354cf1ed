using ImageStreams.Internal;

namespace ImageStreams.Validation;

/// <summary>Explains the kinds that the sources of tags and imports cannot have.</summary>
internal static class SourceKindTexts
{
    /// <summary>The maximum number of characters of a kind in a message.</summary>
    private const int MaxKind = 64;

    private const string Kinds =
        "DockerImage for an image in a registry, ImageStreamTag for another tag, ImageStreamImage for one image of a stream.";

    private static readonly string[] Known =
        [ReferenceKinds.DockerImage, ReferenceKinds.ImageStreamTag, ReferenceKinds.ImageStreamImage];

    /// <summary>Explains a kind that no source of a tag has.</summary>
    public static string Explain(string? kind) => string.IsNullOrEmpty(kind)
        ? $"The source needs a kind: {Kinds}"
        : $"{Describe(kind)} is not a kind of source{Suggest(kind)}: use {Kinds}";

    /// <summary>Explains a kind that cannot be imported.</summary>
    public static string ExplainImport(string? kind) => string.IsNullOrEmpty(kind)
        ? "Only images in a registry can be imported: use the kind DockerImage."
        : $"Only images in a registry can be imported: use the kind DockerImage instead of {Describe(kind)}.";

    private static string Describe(string kind) => $"'{PrintableText.Escape(kind, MaxKind)}'";

    private static string Suggest(string kind)
    {
        var meant = Array.Find(Known, known => known.Equals(kind, StringComparison.OrdinalIgnoreCase));
        return meant is null ? "" : $", {meant} may be meant";
    }
}
