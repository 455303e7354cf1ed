using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The result of <see cref="ImageLock.Verify"/>.</summary>
public sealed record ImageLockVerification
{
    /// <summary>All differences between the lock and what was looked up, sorted by tag.</summary>
    public ValueList<ImageLockDifference> Differences { get; init; }

    /// <summary>The differences that violate the policy.</summary>
    public ValueList<ImageLockDifference> Violations { get; init; }

    /// <summary>The tags that could not be looked up, so that nothing is known about them; a source that is gone is a difference
    /// instead.</summary>
    public ValueList<ImageLockProblem> Problems { get; init; }

    /// <summary>Gets a value indicating whether everything could be looked up and nothing violates the policy.</summary>
    public bool IsFine => Violations.IsEmpty && Problems.IsEmpty;
}
