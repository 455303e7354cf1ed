using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A list of image digest mirror sets.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSetList : ApiList<ImageDigestMirrorSet>
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageDigestMirrorSetList";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageDigestMirrorSetList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
