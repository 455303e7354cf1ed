using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What one image is made of.</summary>
[WireObject]
public sealed partial record ImageBlobReferences
{
    /// <summary>Whether the stream names the image but its object is gone.</summary>
    [WireField("imageMissing")]
    public bool ImageMissing { get; init; }

    /// <summary>The digests of the layers, lowest first.</summary>
    [WireField("layers")]
    public ValueList<string> Layers { get; init; }

    /// <summary>The digest of the configuration; null when the image has none of its own.</summary>
    [WireField("config")]
    public string? Config { get; init; }

    /// <summary>For an index, the digests of its images.</summary>
    [WireField("manifests", OmitEmpty = true)]
    public ValueList<string> Manifests { get; init; }
}
