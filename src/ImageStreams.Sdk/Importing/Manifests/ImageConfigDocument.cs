using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The configuration of a schema 2 or OCI image.</summary>
/// <remarks>
/// Fields that the metadata does not have are read as well, because OpenShift rejects wrong values in them.
/// </remarks>
[WireObject]
internal sealed partial record ImageConfigDocument : DockerImageFields
{
    [WireField("rootfs", OmitEmpty = true)]
    public RootFileSystem? RootFs { get; init; }

    [WireField("history", OmitEmpty = true)]
    public ValueList<HistoryEntry> History { get; init; }

    [WireField("os", OmitEmpty = true)]
    public string? Os { get; init; }

    [WireField("os.version", OmitEmpty = true)]
    public string? OsVersion { get; init; }

    [WireField("os.features", OmitEmpty = true)]
    public ValueList<string> OsFeatures { get; init; }

    /// <summary>One entry of the history of an image.</summary>
    [WireObject]
    internal sealed partial record HistoryEntry
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

    /// <summary>The layers of an image, by the digests of their unpacked content.</summary>
    [WireObject]
    internal sealed partial record RootFileSystem
    {
        [WireField("type")]
        public string Type { get; init; } = "";

        [WireField("diff_ids", OmitEmpty = true)]
        public ValueList<string> DiffIds { get; init; }
    }
}
