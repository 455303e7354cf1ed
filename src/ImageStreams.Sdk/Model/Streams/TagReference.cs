using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What a tag of a stream is to follow.</summary>
[WireObject]
public sealed partial record TagReference : IKeyed
{
    string IKeyed.Key => Name;

    /// <summary>The tag's name.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>Names and values that are shown with the image.</summary>
    [WireField("annotations")]
    public ValueMap<string> Annotations { get; init; }

    /// <summary>
    /// What to follow: an image in a registry, another tag, or one image of a stream; null for a tag that is only
    /// pushed to.
    /// </summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>Whether the tag only passes its pull spec on, without importing.</summary>
    [WireField("reference", OmitEmpty = true)]
    public bool Reference { get; init; }

    /// <summary>
    /// The generation of the stream in which the tag last changed; null from old clients; 0 asks for a new import.
    /// </summary>
    [WireField("generation")]
    public long? Generation { get; init; }

    /// <summary>How the image is imported.</summary>
    [WireField("importPolicy")]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>Which pull spec users of the tag get.</summary>
    [WireField("referencePolicy")]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>The wish with what an API server fills in where a manifest leaves it out.</summary>
    /// <remarks>The reference policy <c>Source</c>, and an import mode. The same object when nothing is left out.</remarks>
    /// <param name="importMode">The import mode to fill in; <see cref="ImportMode.Legacy"/> when not set.</param>
    public TagReference WithDefaults(ImportMode importMode = default)
    {
        var (reference, import) = (ReferencePolicy.WithDefaults(), ImportPolicy.WithDefaults(importMode));
        return ReferenceEquals(reference, ReferencePolicy) && ReferenceEquals(import, ImportPolicy)
            ? this
            : this with { ReferencePolicy = reference, ImportPolicy = import };
    }
}
