using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of an image digest mirror set.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSetSpec
{
    /// <summary>The sources and their mirrors.</summary>
    [WireField("imageDigestMirrors", OmitEmpty = true)]
    public ValueList<ImageMirrors> ImageDigestMirrors { get; init; }
}
