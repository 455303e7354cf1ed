using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of an image content source policy.</summary>
[WireObject]
public sealed partial record ImageContentSourcePolicySpec
{
    /// <summary>The sources and their mirrors.</summary>
    [WireField("repositoryDigestMirrors", OmitEmpty = true)]
    public ValueList<ImageMirrors> RepositoryDigestMirrors { get; init; }
}
