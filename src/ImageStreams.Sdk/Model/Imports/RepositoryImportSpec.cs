using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A repository to import.</summary>
[WireObject]
public sealed partial record RepositoryImportSpec
{
    /// <summary>The repository, of kind <c>DockerImage</c>.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>How its images are imported.</summary>
    [WireField("importPolicy")]
    public TagImportPolicy ImportPolicy { get; init; } = TagImportPolicy.Default;

    /// <summary>Which pull spec users of the tags get.</summary>
    [WireField("referencePolicy")]
    public TagReferencePolicy ReferencePolicy { get; init; } = TagReferencePolicy.Default;

    /// <summary>Whether the answer holds the manifests.</summary>
    [WireField("includeManifest", OmitEmpty = true)]
    public bool IncludeManifest { get; init; }
}
