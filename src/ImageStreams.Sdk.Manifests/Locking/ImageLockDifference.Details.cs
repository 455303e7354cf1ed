using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <content>The differences inside of an entry, and those that only a verification finds.</content>
public abstract partial record ImageLockDifference
{
    /// <summary>The image has a platform that it did not have.</summary>
    public sealed record PlatformAdded : ImageLockDifference
    {
        /// <summary>The platform.</summary>
        public required LockedPlatform Platform { get; init; }
    }

    /// <summary>The image no longer has a platform.</summary>
    public sealed record PlatformGone : ImageLockDifference
    {
        /// <summary>The platform as it was.</summary>
        public required LockedPlatform Platform { get; init; }
    }

    /// <summary>A platform of the same index has another manifest, which no registry does: one of the two locks was edited, by
    /// hand or by a bot that renews the digest of the index alone.</summary>
    public sealed record PlatformMismatch : ImageLockDifference
    {
        /// <summary>The platform before.</summary>
        public required LockedPlatform Before { get; init; }

        /// <summary>The platform now.</summary>
        public required LockedPlatform After { get; init; }
    }

    /// <summary>The labels of the image are others.</summary>
    public sealed record LabelsChanged : ImageLockDifference
    {
        /// <summary>The changes, each once for all platforms that have it, sorted by label.</summary>
        public required ValueList<LabelChange> Changes { get; init; }
    }

    /// <summary>The source no longer exists: the registry has no such tag, digest or repository, or the streams no such tag.</summary>
    public sealed record SourceGone : ImageLockDifference
    {
        /// <summary>The entry of the lock.</summary>
        public required LockedImage Image { get; init; }

        /// <summary>The answer of the registry, or of the streams.</summary>
        public required ImageLockProblem Problem { get; init; }
    }

    /// <summary>The image is older than a policy allows.</summary>
    public sealed record TooOld : ImageLockDifference
    {
        /// <summary>The digest of the locked image.</summary>
        public required Digest Digest { get; init; }

        /// <summary>The time at which the newest of its platforms was created.</summary>
        public required DateTimeOffset Created { get; init; }

        /// <summary>The age of the image when it was verified.</summary>
        public required TimeSpan Age { get; init; }

        /// <summary>The age that the policy allows.</summary>
        public required TimeSpan MaxAge { get; init; }
    }

    /// <summary>The registry has no signature of the image.</summary>
    public sealed record SignatureMissing : ImageLockDifference
    {
        /// <summary>The entry of the lock.</summary>
        public required LockedImage Image { get; init; }
    }
}
