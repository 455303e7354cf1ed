using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What the owner of a stream asks for.</summary>
[WireObject]
public sealed partial record ImageStreamSpec
{
    /// <summary>Whether short image names in the stream's namespace mean this stream.</summary>
    [WireField("lookupPolicy")]
    public ImageLookupPolicy LookupPolicy { get; init; } = ImageLookupPolicy.Default;

    /// <summary>A whole repository to import. Old: tags with a <c>from</c> of their own are preferred.</summary>
    [WireField("dockerImageRepository", OmitEmpty = true)]
    public string? DockerImageRepository { get; init; }

    /// <summary>The tags, by name.</summary>
    [WireField("tags", OmitEmpty = true)]
    public KeyedList<TagReference> Tags { get; init; }
}
