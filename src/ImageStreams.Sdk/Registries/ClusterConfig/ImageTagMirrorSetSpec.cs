using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of an image tag mirror set.</summary>
[WireObject]
public sealed partial record ImageTagMirrorSetSpec
{
    /// <summary>What is mirrored where.</summary>
    [WireField("imageTagMirrors", OmitEmpty = true)]
    public ValueList<ImageMirrors> ImageTagMirrors { get; init; }
}
