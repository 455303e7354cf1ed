namespace ImageStreams.Graphs;

/// <summary>What a node of a picture stands for; in the order in which they are drawn.</summary>
internal enum PictureShape
{
    ExternalImage,
    Repository,
    Registry,
    Stream,
    StreamImage,
    Tag,
    Builds,
    Build,
    Workloads,
    Workload,
    Namespace,
    Rest,
}
