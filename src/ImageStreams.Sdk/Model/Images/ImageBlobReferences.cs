using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The blobs of one image.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageBlobReferences")]
public sealed partial record ImageBlobReferences
{
    /// <summary>Gets a value indicating whether the stream refers to the image but the image object no longer exists.</summary>
    [WireField("imageMissing", Optional = true)]
    public bool ImageMissing { get; init; }

    /// <summary>The digests of the layers, lowest first.</summary>
    [WireField("layers", Optional = true)]
    public ValueList<string> Layers { get; init; }

    /// <summary>The digest of the configuration; null when the image has none of its own.</summary>
    [WireField("config", Optional = true)]
    public string? Config { get; init; }

    /// <summary>For an index, the digests of its images.</summary>
    [WireField("manifests", OmitEmpty = true)]
    public ValueList<string> Manifests { get; init; }

    /// <summary>Returns the number of layers.</summary>
    public override string ToString() => ImageMissing ? "image missing" : Quantity.Format(Layers.Count, "layer");
}
