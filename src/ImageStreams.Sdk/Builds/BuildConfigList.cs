using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A list of build configurations.</summary>
[WireObject]
public sealed partial record BuildConfigList : ApiList<BuildConfig>
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "BuildConfigList";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public BuildConfigList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
