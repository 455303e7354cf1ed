namespace ImageStreams.Graphs;

/// <summary>The kinds of nodes in a picture, in the order in which they are drawn.</summary>
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
