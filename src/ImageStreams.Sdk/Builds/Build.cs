using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>One run of an OpenShift build.</summary>
/// <remarks>Has the images that the build uses; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record Build : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "Build";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>The source and the strategy of the build.</summary>
    [WireField("spec")]
    public BuildSpec Spec { get; init; } = BuildSpec.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public Build WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
