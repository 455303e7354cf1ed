namespace ImageStreams.Graphs;

/// <summary>What a row of the graph stands for.</summary>
internal enum NodeKind : byte
{
    Tag,
    StreamImage,
    ExternalImage,
    Build,
    Workload,
}
