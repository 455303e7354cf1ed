using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A stream of images: tags that follow images, each with its history.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStream")]
public sealed partial record ImageStream : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStream";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    private CachedPullSpecs _pullSpecs;

    /// <summary>The desired state: the images that the tags follow.</summary>
    [WireField("spec", Optional = true)]
    public ImageStreamSpec Spec
    {
        get;
        init
        {
            field = value;
            _pullSpecs = default;
        }
    } = ImageStreamSpec.Default;

    /// <summary>The observed state: the images that the tags have pointed to.</summary>
    [WireField("status", Optional = true)]
    public ImageStreamStatus Status
    {
        get;
        init
        {
            field = value;
            _pullSpecs = default;
        }
    } = ImageStreamStatus.Default;

    /// <summary>Gets the cached pull specs of the histories; null for a stream of too many tags.</summary>
    internal CachedPullSpecs.Entry[]? FindCachedPullSpecs() => _pullSpecs.Find(Status);

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStream WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of tags that have none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public ImageStream WithDefaults(ImportMode importMode = default)
    {
        var tags = Spec.Tags.Map(tag => tag.WithDefaults(importMode), ItemMarks.HasDefaults);
        return tags.IsSameAs(Spec.Tags) ? this : this with { Spec = Spec with { Tags = tags } };
    }
}
