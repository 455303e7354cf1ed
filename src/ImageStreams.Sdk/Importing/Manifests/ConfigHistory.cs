using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>One step of the making of an image, as a configuration lists it.</summary>
[WireObject]
internal sealed partial record ConfigHistory
{
    [WireField("created")]
    public string? Created { get; init; }

    [WireField("author", OmitEmpty = true)]
    public string? Author { get; init; }

    [WireField("created_by", OmitEmpty = true)]
    public string? CreatedBy { get; init; }

    [WireField("comment", OmitEmpty = true)]
    public string? Comment { get; init; }

    [WireField("empty_layer", OmitEmpty = true)]
    public bool EmptyLayer { get; init; }
}
