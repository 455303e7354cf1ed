using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The desired state of a stream.</summary>
[WireObject]
public sealed partial record ImageStreamSpec
{
    /// <summary>The lookup policy, which determines whether short image names in the namespace mean this stream.</summary>
    [WireField("lookupPolicy")]
    public ImageLookupPolicy LookupPolicy { get; init; } = ImageLookupPolicy.Default;

    /// <summary>A repository to import as a whole. Deprecated in OpenShift: prefer tags with a <c>from</c>.</summary>
    [WireField("dockerImageRepository", OmitEmpty = true)]
    public string? DockerImageRepository { get; init; }

    /// <summary>The spec tags, by name.</summary>
    [WireField("tags", OmitEmpty = true)]
    public KeyedList<TagReference> Tags { get; init; }

    /// <summary>Returns the number of tags.</summary>
    public override string ToString() => Quantity.Format(Tags.Count, "tag");
}
