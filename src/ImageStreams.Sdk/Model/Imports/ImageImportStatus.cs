using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What came of importing an image.</summary>
[WireObject]
public sealed partial record ImageImportStatus
{
    /// <summary>Whether it worked and, where not, why.</summary>
    [WireField("status")]
    public KubernetesStatus Status { get; init; } = KubernetesStatus.Default;

    /// <summary>The image, where it was found.</summary>
    [WireField("image", OmitEmpty = true)]
    public Image? Image { get; init; }

    /// <summary>The tag it was found under.</summary>
    [WireField("tag", OmitEmpty = true)]
    public string? Tag { get; init; }

    /// <summary>The images of an index, where it was kept as it is.</summary>
    [WireField("manifests", OmitEmpty = true)]
    public ValueList<Image> Manifests { get; init; }
}
