namespace ImageStreams.Tool;

/// <summary>The ways in which programs of a cluster see the streams.</summary>
internal enum DeployMode
{
    /// <summary>They read the custom resources, which have the group of image streams.</summary>
    Crd,

    /// <summary>They ask the served API behind an APIService; the custom resources have a group of their own.</summary>
    Aggregated,
}
