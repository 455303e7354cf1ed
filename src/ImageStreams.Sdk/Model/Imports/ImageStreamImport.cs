using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A request to import images from registries, and its outcome.</summary>
[WireObject]
public sealed partial record ImageStreamImport : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamImport";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>What to import.</summary>
    [WireField("spec")]
    public ImageStreamImportSpec Spec { get; init; } = ImageStreamImportSpec.Default;

    /// <summary>What came of it.</summary>
    [WireField("status")]
    public ImageStreamImportStatus Status { get; init; } = ImageStreamImportStatus.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamImport WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
