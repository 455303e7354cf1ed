using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>The image that a requested tag leads to, before its registry was asked; or the problem that there is none.</summary>
internal abstract record LockTarget
{
    private LockTarget()
    {
    }

    /// <summary>The requested tag.</summary>
    public required string Tag { get; init; }

    /// <summary>There is an image to ask for.</summary>
    public sealed record Image : LockTarget
    {
        /// <summary>The tags of streams that led to it.</summary>
        public ValueList<string> Path { get; init; }

        /// <summary>The pull spec at their end.</summary>
        public required string PullSpec { get; init; }

        /// <summary>The image to ask for: by digest where the status of a stream has one.</summary>
        public required ImageReference Reference { get; init; }

        /// <summary>The place where the digest comes from.</summary>
        public LockedImageSource Source { get; init; }

        /// <summary>Gets a value indicating whether a tag of a stream allows an insecure registry.</summary>
        public bool IsInsecure { get; init; }
    }

    /// <summary>There is none.</summary>
    public sealed record Failed : LockTarget
    {
        /// <summary>The problem.</summary>
        public required ImageLockProblem Problem { get; init; }
    }
}
