using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The result of importing a repository.</summary>
[WireObject(Definition = DefinitionNames.Image + "RepositoryImportStatus")]
public sealed partial record RepositoryImportStatus
{
    /// <summary>The outcome of listing the repository.</summary>
    [WireField("status", Optional = true)]
    public KubernetesStatus Status { get; init; } = KubernetesStatus.Default;

    /// <summary>The results of the images.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageImportStatus> Images { get; init; }

    /// <summary>The tags that were left out because the repository has too many.</summary>
    [WireField("additionalTags", OmitEmpty = true)]
    public ValueList<string> AdditionalTags { get; init; }

    /// <summary>Returns the number of images and the outcome.</summary>
    public override string ToString() => $"{Quantity.Format(Images.Count, "image")}: {Status}";
}
