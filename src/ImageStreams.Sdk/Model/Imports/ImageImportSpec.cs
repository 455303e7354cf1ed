using ImageStreams.References;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One image that an import requests.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageImportSpec")]
public sealed partial record ImageImportSpec
{
    /// <summary>The image, a reference of kind <c>DockerImage</c>.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The tag that gets the image; null means the tag in the name of <c>from</c>.</summary>
    [WireField("to", OmitEmpty = true)]
    public LocalObjectReference? To { get; init; }

    /// <summary>The import policy of the tag.</summary>
    [WireField("importPolicy", Optional = true)]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>The reference policy of the tag.</summary>
    [WireField("referencePolicy", Optional = true)]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>Gets a value indicating whether the response includes the manifest.</summary>
    [WireField("includeManifest", OmitEmpty = true)]
    public bool IncludeManifest { get; init; }

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a client leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of an image that has none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <remarks>
    /// The policies, and <c>to</c>: the tag in the name of <c>from</c>, if it has one.
    /// </remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public ImageImportSpec WithDefaults(ImportMode importMode = default)
    {
        var to = To ?? FindTagName(From);
        var referencePolicy = ReferencePolicy.WithDefaults();
        var importPolicy = ImportPolicy.WithDefaults(importMode);
        return ReferenceEquals(to, To)
            && ReferenceEquals(referencePolicy, ReferencePolicy)
            && ReferenceEquals(importPolicy, ImportPolicy)
                ? this
                : this with { To = to, ReferencePolicy = referencePolicy, ImportPolicy = importPolicy };
    }

    /// <summary>Returns the image and the tag it is imported to.</summary>
    public override string ToString() => $"{From.Name} to {To?.Name}";

    private static LocalObjectReference? FindTagName(ObjectReference from) =>
        ImageReference.TryParse(from.Name, out var reference) && reference.Tag.Length > 0
            ? new LocalObjectReference { Name = reference.Tag }
            : null;
}
