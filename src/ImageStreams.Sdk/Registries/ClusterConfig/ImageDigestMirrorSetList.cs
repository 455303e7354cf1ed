using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A list of image digest mirror sets.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSetList : ApiList<ImageDigestMirrorSet>
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageDigestMirrorSetList";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageDigestMirrorSetList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
