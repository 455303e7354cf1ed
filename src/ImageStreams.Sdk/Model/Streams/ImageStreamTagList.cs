using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of image stream tags.</summary>
[WireObject]
public sealed partial record ImageStreamTagList : ApiList<ImageStreamTag>
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamTagList";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamTagList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
