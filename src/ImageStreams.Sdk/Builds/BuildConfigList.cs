using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A list of build configurations.</summary>
[WireObject]
public sealed partial record BuildConfigList : ApiList<BuildConfig>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "BuildConfigList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public BuildConfigList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
