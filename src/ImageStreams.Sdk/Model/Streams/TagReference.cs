using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One spec tag: the image or tag that a tag of a stream follows, and its policies.</summary>
[WireObject(Definition = DefinitionNames.Image + "TagReference")]
public sealed partial record TagReference : IKeyed
{
    string IKeyed.Key => Name;

    /// <summary>The tag's name.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The annotations, which are shown with the image.</summary>
    [WireField("annotations", Optional = true)]
    public ValueMap<string> Annotations { get; init; }

    /// <summary>
    /// The source: an image in a registry, another tag, or one image of a stream; null for a tag that changes only by pushes.
    /// </summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>Gets a value indicating whether the tag only refers to its pull spec and is never imported.</summary>
    [WireField("reference", OmitEmpty = true)]
    public bool Reference { get; init; }

    /// <summary>
    /// The generation of the stream in which the tag last changed; null from old clients; 0 requests a new import.
    /// </summary>
    [WireField("generation", Optional = true)]
    public long? Generation { get; init; }

    /// <summary>The import policy.</summary>
    [WireField("importPolicy", Optional = true)]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>The reference policy.</summary>
    [WireField("referencePolicy", Optional = true)]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The reference policy <c>Source</c>, and an import mode.</remarks>
    /// <param name="importMode">The import mode to set; <see cref="ImportMode.Legacy"/> when not set.</param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public TagReference WithDefaults(ImportMode importMode = default)
    {
        var referencePolicy = ReferencePolicy.WithDefaults();
        var importPolicy = ImportPolicy.WithDefaults(importMode);
        return ReferenceEquals(referencePolicy, ReferencePolicy) && ReferenceEquals(importPolicy, ImportPolicy)
            ? this
            : this with { ReferencePolicy = referencePolicy, ImportPolicy = importPolicy };
    }

    /// <summary>Creates a copy as users write it: without the generation, and with the defaults filled in.</summary>
    /// <param name="importMode">The import mode of tags without one; <see cref="ImportMode.Legacy"/> when not set.</param>
    /// <returns>The copy, which is equal to that of the manifest that it was created from.</returns>
    internal TagReference AsWritten(ImportMode importMode) => WithDefaults(importMode) with { Generation = null };

    /// <summary>Returns the tag and its source.</summary>
    public override string ToString() => From is null ? Name : $"{Name} from {From}";
}
