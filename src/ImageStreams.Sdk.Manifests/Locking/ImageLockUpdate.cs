using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The result of <see cref="ImageLock.Update"/>.</summary>
public sealed record ImageLockUpdate
{
    /// <summary>The lock after the update.</summary>
    public required ImageLock Lock { get; init; }

    /// <summary>The differences from the lock before, sorted by tag.</summary>
    public ValueList<ImageLockDifference> Differences { get; init; }

    /// <summary>The tags that could not be looked up, whose entries are as before.</summary>
    public ValueList<ImageLockProblem> Problems { get; init; }
}
