namespace ImageStreams.Registries;

/// <summary>The kinds of manifest that a client accepts from a registry.</summary>
[Flags]
public enum ManifestKinds
{
    /// <summary>No kind; the request then carries no <c>Accept</c> header and the registry chooses.</summary>
    None = 0,

    /// <summary>Docker image manifest, version 2 schema 1, signed or not; deprecated, but still found in old
    /// registries.</summary>
    DockerSchema1 = 1,

    /// <summary>Docker image manifest, version 2 schema 2.</summary>
    DockerSchema2 = 2,

    /// <summary>Docker manifest list: one image per platform.</summary>
    DockerList = 4,

    /// <summary>OCI image manifest.</summary>
    OciManifest = 8,

    /// <summary>OCI image index: one image per platform, or other content.</summary>
    OciIndex = 16,

    /// <summary>The manifests of single images.</summary>
    Images = DockerSchema1 | DockerSchema2 | OciManifest,

    /// <summary>The manifests that list other manifests.</summary>
    Indexes = DockerList | OciIndex,

    /// <summary>Every kind.</summary>
    All = Images | Indexes,
}
