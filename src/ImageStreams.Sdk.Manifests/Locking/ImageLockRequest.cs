using ImageStreams.Collections;
using ImageStreams.Workspaces;

namespace ImageStreams.Manifests;

/// <summary>The question to an <see cref="ImageLocker"/>: the tags to look up, and the streams that they may be tags of.</summary>
public sealed record ImageLockRequest
{
    /// <summary>The tags: <c>NAMESPACE/STREAM:TAG</c> where such a stream is defined, else pull specs with their registry. Without
    /// a tag, <c>latest</c>.</summary>
    public required ValueList<string> Tags { get; init; }

    /// <summary>The streams; null when there are none, so that every tag is a pull spec.</summary>
    public ImageStreamWorkspace? Streams { get; init; }

    /// <summary>The place where the streams come from, <see cref="LockedImageSource.Manifests"/> by default; <see
    /// cref="LockedImageSource.Cluster"/> for those that were read from a cluster.</summary>
    public LockedImageSource StreamSource { get; init; } = LockedImageSource.Manifests;

    /// <summary>The namespace of names <c>STREAM:TAG</c>; empty, the default, for none.</summary>
    public string DefaultNamespace { get; init; } = "";

    /// <summary>The lock as it is: platforms whose digests have not changed are taken from it and not fetched again; null, the
    /// default, fetches everything.</summary>
    public ImageLock? Known { get; init; }

    /// <summary>Gets a value indicating whether the registry is asked as well for the digests of <see cref="Known"/> that a tag has
    /// moved away from; false by default. The answers are <see cref="ImageLookup.GoneDigests"/>.</summary>
    public bool CheckKnownDigests { get; init; }

    /// <summary>Gets a value indicating whether the registry is asked for signatures: of the digest in <see cref="Known"/>, else of
    /// the one that was looked up; false by default. Tags without one are <see cref="ImageLookup.UnsignedTags"/>.</summary>
    /// <remarks>Signatures of cosign, sigstore and notation are found. They are not verified: that takes the keys to trust.</remarks>
    public bool CheckSignatures { get; init; }

    /// <summary>Gets a value indicating whether registries are asked also where the status of a stream has an image; false by
    /// default: the image of the status is the one that the cluster uses.</summary>
    public bool IgnoreStatus { get; init; }

    /// <summary>Gets a value indicating whether a name without a registry that is no stream's, such as <c>node:20</c>, is one of
    /// Docker Hub; false by default, so that a mistyped stream never becomes somebody else's image.</summary>
    public bool AllowShortNames { get; init; }

    /// <summary>Creates a request whose streams are those of manifests.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="manifests">The manifests.</param>
    /// <exception cref="ArgumentNullException">An argument is null, or <paramref name="tags"/> contains null.</exception>
    public static ImageLockRequest FromManifests(IEnumerable<string> tags, ManifestSet manifests)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(manifests);
        var objects = new WorkspaceObjects { Streams = manifests.Streams, BuildConfigs = manifests.BuildConfigs };
        return new ImageLockRequest
        {
            Tags = [.. tags.Select(tag => tag ?? throw new ArgumentNullException(nameof(tags)))],
            Streams = ImageStreamWorkspace.Create(objects),
        };
    }
}
