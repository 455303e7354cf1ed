using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The fields that OpenShift reads of a manifest of one image, be it schema 1, schema 2 or OCI.</summary>
[WireObject]
internal sealed partial record ManifestDocument
{
    [WireField("schemaVersion")]
    public long SchemaVersion { get; init; }

    [WireField("mediaType", OmitEmpty = true)]
    public string MediaType { get; init; } = "";

    [WireField("name")]
    public string Name { get; init; } = "";

    [WireField("tag")]
    public string Tag { get; init; } = "";

    [WireField("architecture")]
    public string Architecture { get; init; } = "";

    /// <summary>The layers of schema 1, newest first.</summary>
    [WireField("fsLayers")]
    public ValueList<FsLayer> FsLayers { get; init; }

    /// <summary>What made the layers of schema 1, newest first.</summary>
    [WireField("history")]
    public ValueList<FsHistory> History { get; init; }

    /// <summary>The layers of schema 2 and OCI, oldest first.</summary>
    [WireField("layers")]
    public ValueList<Descriptor> Layers { get; init; }

    [WireField("config")]
    public Descriptor Config { get; init; } = Descriptor.Default;
}
