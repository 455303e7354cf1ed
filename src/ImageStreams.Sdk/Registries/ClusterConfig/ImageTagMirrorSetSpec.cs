using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of an image tag mirror set.</summary>
[WireObject]
public sealed partial record ImageTagMirrorSetSpec
{
    /// <summary>The sources and their mirrors.</summary>
    [WireField("imageTagMirrors", OmitEmpty = true)]
    public ValueList<ImageMirrors> ImageTagMirrors { get; init; }
}
