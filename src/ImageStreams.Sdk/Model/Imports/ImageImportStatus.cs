using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The result of importing one image.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageImportStatus")]
public sealed partial record ImageImportStatus
{
    /// <summary>The outcome: <c>Success</c>, or the reason of the failure.</summary>
    [WireField("status")]
    public KubernetesStatus Status { get; init; } = KubernetesStatus.Default;

    /// <summary>The image; null when the import failed.</summary>
    [WireField("image", OmitEmpty = true)]
    public Image? Image { get; init; }

    /// <summary>The tag that the image was found under.</summary>
    [WireField("tag", OmitEmpty = true)]
    public string? Tag { get; init; }

    /// <summary>The images of an index that was imported with mode <c>PreserveOriginal</c>.</summary>
    [WireField("manifests", OmitEmpty = true)]
    public ValueList<Image> Manifests { get; init; }

    /// <summary>Returns the tag and the outcome.</summary>
    public override string ToString() => $"{Tag}: {Status}";
}
