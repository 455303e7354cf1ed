using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>How an image is built, and what starts a build.</summary>
/// <remarks>Holds what triggers and graphs need; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record BuildConfig : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "BuildConfig";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>What to build from what, and when.</summary>
    [WireField("spec")]
    public BuildConfigSpec Spec { get; init; } = BuildConfigSpec.Default;

    /// <summary>What was built.</summary>
    [WireField("status")]
    public BuildConfigStatus Status { get; init; } = BuildConfigStatus.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public BuildConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
