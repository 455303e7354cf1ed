using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of an image digest mirror set.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSetSpec
{
    /// <summary>What is mirrored where.</summary>
    [WireField("imageDigestMirrors", OmitEmpty = true)]
    public ValueList<ImageMirrors> ImageDigestMirrors { get; init; }
}
