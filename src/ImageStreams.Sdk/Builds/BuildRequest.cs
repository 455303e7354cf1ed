using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A request to start a build.</summary>
[WireObject]
public sealed partial record BuildRequest : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "BuildRequest";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>The image whose change starts the build.</summary>
    [WireField("triggeredByImage", OmitEmpty = true)]
    public ObjectReference? TriggeredByImage { get; init; }

    /// <summary>The tag that moved to the image.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>The number of the latest build at that time.</summary>
    [WireField("lastVersion", OmitEmpty = true)]
    public long? LastVersion { get; init; }

    /// <summary>The causes of the build.</summary>
    [WireField("triggeredBy")]
    public ValueList<BuildTriggerCause> TriggeredBy { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public BuildRequest WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
