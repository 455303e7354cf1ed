namespace ImageStreams.Kubernetes;

/// <summary>The objects of a cluster that are read for a workspace.</summary>
[Flags]
public enum ClusterContents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Image streams with their tags.</summary>
    Streams = 1,

    /// <summary>Build configurations.</summary>
    Builds = 2,

    /// <summary>Deployments, stateful sets, daemon sets, cron jobs and deployment configurations that no other object controls.</summary>
    Workloads = 4,

    /// <summary>Image digest mirror sets, image tag mirror sets and image content source policies.</summary>
    Mirrors = 8,

    /// <summary>All of them.</summary>
    All = Streams | Builds | Workloads | Mirrors,
}
