using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What came of importing a repository.</summary>
[WireObject]
public sealed partial record RepositoryImportStatus
{
    /// <summary>Whether the repository could be listed.</summary>
    [WireField("status")]
    public KubernetesStatus Status { get; init; } = KubernetesStatus.Default;

    /// <summary>What came of each image.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportStatus> Images { get; init; }

    /// <summary>Tags that were not imported because there were too many.</summary>
    [WireField("additionalTags", OmitEmpty = true)]
    public ValueList<string> AdditionalTags { get; init; }
}
