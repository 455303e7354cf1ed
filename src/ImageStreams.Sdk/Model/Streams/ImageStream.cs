using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A name between images and those who use them: tags that follow images, each with its history.</summary>
[WireObject]
public sealed partial record ImageStream : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStream";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    private CachedPullSpecs _pullSpecs;

    /// <summary>What each tag is to follow.</summary>
    [WireField("spec")]
    public ImageStreamSpec Spec { get; init => (field, _pullSpecs) = (value, default); } = ImageStreamSpec.Default;

    /// <summary>What each tag has pointed to, newest first.</summary>
    [WireField("status")]
    public ImageStreamStatus Status { get; init => (field, _pullSpecs) = (value, default); } = ImageStreamStatus.Default;

    /// <summary>The pull spec of each history, once somebody has asked for it; null for a stream of too many tags.</summary>
    internal CachedPullSpecs.Entry[]? FindCachedPullSpecs() => _pullSpecs.Find(Status);

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStream WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>The stream with what an API server fills in where a manifest leaves it out.</summary>
    /// <param name="importMode">
    /// The import mode of tags that name none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    public ImageStream WithDefaults(ImportMode importMode = default) =>
        this with { Spec = Spec with { Tags = Spec.Tags.Map(specTag => specTag.WithDefaults(importMode)) } };
}
