namespace ImageStreams.Graphs;

/// <summary>The kind of a node's row.</summary>
internal enum NodeKind : byte
{
    Tag,
    StreamImage,
    ExternalImage,
    Build,
    Workload,
}
