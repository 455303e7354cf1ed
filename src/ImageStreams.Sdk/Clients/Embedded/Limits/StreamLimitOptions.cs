using ImageStreams.Internal;

namespace ImageStreams.Clients;

/// <summary>Limits of the image streams of a namespace, or of each namespace: what a cluster has in a <c>LimitRange</c> and a
/// <c>ResourceQuota</c>.</summary>
/// <remarks>A write that goes beyond is forbidden. One that adds nothing is not, so that streams which were larger before the limit can
/// still be changed.</remarks>
public sealed class StreamLimitOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="Name"/>: <c>limits</c>.</summary>
    public const string DefaultName = "limits";

    /// <summary>Default of <see cref="QuotaResource"/>: <c>openshift.io/imagestreams</c>.</summary>
    public const string DefaultQuotaResource = "openshift.io/imagestreams";

    /// <summary>The namespace; empty, the default, for each namespace on its own.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The name of the quota in messages; <c>limits</c> by default.</summary>
    public string Name { get; set; } = DefaultName;

    /// <summary>The largest number of different sources that the spec tags of a stream follow, <c>openshift.io/image-tags</c> of
    /// <c>openshift.io/ImageStream</c>; null, the default, for no limit.</summary>
    public int? MaxTags { get; set; }

    /// <summary>The largest number of different images in the status of a stream, <c>openshift.io/images</c> of
    /// <c>openshift.io/ImageStream</c>; null, the default, for no limit.</summary>
    public int? MaxImages { get; set; }

    /// <summary>The largest size of an image that is pushed, in bytes, <c>storage</c> of <c>openshift.io/Image</c>; null, the default, for
    /// no limit.</summary>
    public long? MaxImageBytes { get; set; }

    /// <summary>The largest number of streams in a namespace, <c>openshift.io/imagestreams</c> of a quota; null, the default, for no
    /// limit.</summary>
    /// <remarks>Counted exactly within one process; several that share a store can go beyond by one each.</remarks>
    public int? MaxStreams { get; set; }

    /// <summary>The resource of the quota in messages; <see cref="DefaultQuotaResource"/> by default.</summary>
    public string QuotaResource { get; set; } = DefaultQuotaResource;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxTags ?? 0, 0, nameof(MaxTags));
        errors.AtLeast(MaxImages ?? 0, 0, nameof(MaxImages));
        errors.AtLeast(MaxImageBytes ?? 0, 0, nameof(MaxImageBytes));
        errors.AtLeast(MaxStreams ?? 0, 0, nameof(MaxStreams));
    }
}
