namespace ImageStreams.Manifests;

/// <summary>The differences that fail the verification of a lock.</summary>
public sealed record ImageLockPolicy
{
    /// <summary>Gets a value indicating whether a tag that leads to another image than the locked one is a violation; true by
    /// default.</summary>
    public bool FailOnMoved { get; init; } = true;

    /// <summary>Gets a value indicating whether a source or a platform that no longer exists is a violation; true by
    /// default.</summary>
    public bool FailOnGone { get; init; } = true;

    /// <summary>The age, by the newest time of creation of its platforms, from which an image is a violation; null, the default,
    /// for any age.</summary>
    /// <remarks>An image that names no time, or one before the year 2000 as reproducible builds do, has no age.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan? MaxAge
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value.GetValueOrDefault(), TimeSpan.Zero, nameof(value));
            field = value;
        }
    }

    /// <summary>Gets a value indicating whether an image without a signature is a violation; false by default. The images must be
    /// looked up with <see cref="ImageLockRequest.CheckSignatures"/>.</summary>
    public bool RequireSignature { get; init; }

    /// <summary>Determines whether a difference violates the policy.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns><see langword="true"/> when it does; a platform that was added and labels alone never do, and a platform of the same
    /// index with another digest always does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is null.</exception>
    public bool IsViolatedBy(ImageLockDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference switch
        {
            ImageLockDifference.Moved or ImageLockDifference.Retagged or ImageLockDifference.PathChanged => FailOnMoved,
            ImageLockDifference.SourceGone or ImageLockDifference.PlatformGone => FailOnGone,
            ImageLockDifference.SignatureMissing => RequireSignature,
            ImageLockDifference.TooOld or ImageLockDifference.PlatformMismatch => true,
            ImageLockDifference.Added or ImageLockDifference.Removed => true,
            _ => false,
        };
    }
}
