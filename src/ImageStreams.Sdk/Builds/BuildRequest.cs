using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A request to start a build.</summary>
[WireObject]
public sealed partial record BuildRequest : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "BuildRequest";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>The image that the build is started for.</summary>
    [WireField("triggeredByImage", OmitEmpty = true)]
    public ObjectReference? TriggeredByImage { get; init; }

    /// <summary>The tag that came to point to it.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>The number of the newest build at that time.</summary>
    [WireField("lastVersion", OmitEmpty = true)]
    public long? LastVersion { get; init; }

    /// <summary>Why the build is started.</summary>
    [WireField("triggeredBy")]
    public ValueList<BuildTriggerCause> TriggeredBy { get; init; }

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public BuildRequest WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
