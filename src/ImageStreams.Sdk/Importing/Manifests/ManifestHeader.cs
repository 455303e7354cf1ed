using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>What a manifest says it is.</summary>
[WireObject]
internal sealed partial record ManifestHeader
{
    [WireField("schemaVersion")]
    public long SchemaVersion { get; init; }

    [WireField("mediaType", OmitEmpty = true)]
    public string MediaType { get; init; } = "";
}
