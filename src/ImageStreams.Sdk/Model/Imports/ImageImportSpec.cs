using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An image to import.</summary>
[WireObject]
public sealed partial record ImageImportSpec
{
    /// <summary>The image, of kind <c>DockerImage</c>.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The tag to put it under; null means the tag of <c>from</c>'s name.</summary>
    [WireField("to", OmitEmpty = true)]
    public LocalObjectReference? To { get; init; }

    /// <summary>How it is imported.</summary>
    [WireField("importPolicy")]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>Which pull spec users of the tag get.</summary>
    [WireField("referencePolicy")]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>Whether the answer holds the manifest.</summary>
    [WireField("includeManifest", OmitEmpty = true)]
    public bool IncludeManifest { get; init; }
}
