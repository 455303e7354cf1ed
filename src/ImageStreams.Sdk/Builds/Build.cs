using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>One run of a build of OpenShift.</summary>
/// <remarks>Holds which images it takes; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record Build : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "Build";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>What is built, and how.</summary>
    [WireField("spec")]
    public BuildSpec Spec { get; init; } = BuildSpec.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public Build WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
