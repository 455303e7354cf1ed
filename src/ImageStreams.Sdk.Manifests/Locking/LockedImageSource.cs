namespace ImageStreams.Manifests;

/// <summary>The places where the digest of a locked image was looked up.</summary>
public enum LockedImageSource
{
    /// <summary>The registry of the pull spec; <c>registry</c> in the file.</summary>
    Registry,

    /// <summary>The status of a stream in manifests; <c>manifests</c> in the file.</summary>
    Manifests,

    /// <summary>The status of a stream in a cluster; <c>cluster</c> in the file.</summary>
    Cluster,
}
