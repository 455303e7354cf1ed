namespace ImageStreams.Manifests;

/// <summary>The answer about one tag: an image or a problem.</summary>
internal sealed record LockAnswer
{
    /// <summary>The image; null when there is a problem.</summary>
    public LockedImage? Image { get; init; }

    /// <summary>The problem; null when there is an image.</summary>
    public ImageLockProblem? Problem { get; init; }

    /// <summary>The problem that the registry no longer has the known digest; null when it has it, or was not asked.</summary>
    public ImageLockProblem? GoneDigest { get; init; }

    /// <summary>Gets a value indicating whether the registry was asked for a signature, and has none.</summary>
    public bool IsUnsigned { get; init; }
}
