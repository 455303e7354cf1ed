using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A list of image tag mirror sets.</summary>
[WireObject]
public sealed partial record ImageTagMirrorSetList : ApiList<ImageTagMirrorSet>
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageTagMirrorSetList";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageTagMirrorSetList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
