using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <content>Differences, updates and verification.</content>
public sealed partial record ImageLock
{
    /// <summary>Computes the differences from this lock to another one.</summary>
    /// <remarks>The place and the mirror where an image was looked up, and fields that this version does not know, are no
    /// difference.</remarks>
    /// <param name="other">The other lock, which is the later one.</param>
    /// <returns>The differences, sorted by tag, those of an entry in the order of their cases; empty when both lock the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public ValueList<ImageLockDifference> Diff(ImageLock other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Images.Select(image => image.Tag)
            .Union(other.Images.Select(image => image.Tag), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(tag => LockComparison.Compare(tag, Find(tag), other.Find(tag)))
            .ToValueList();
    }

    /// <summary>Finds the entries that streams contradict, without asking a registry: their tags lead over other tags, or to another
    /// pull spec, than when the entries were looked up.</summary>
    /// <param name="request">The tags and their streams. A tag without an entry, and one that leads to no image, is ignored.</param>
    /// <returns>The differences, each <see cref="ImageLockDifference.Retagged"/> or <see cref="ImageLockDifference.PathChanged"/>,
    /// sorted by tag; the image of the later entry is the locked one, as nobody has looked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public ValueList<ImageLockDifference> FindOutdated(ImageLockRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var finder = new LockTargetFinder(request);
        return request.Tags.Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(tag => LockComparison.CompareTarget(Find(tag), finder.Find(tag)))
            .ToValueList();
    }

    /// <summary>Returns a lock with the images that were looked up, and the difference to it.</summary>
    /// <remarks>An entry stays as it is when only the place or the mirror of the look-up is another one, so that a lock does not
    /// change with the machine. A tag that could not be looked up keeps its entry, also when its source is gone: use <see
    /// cref="Without"/> to remove it.</remarks>
    /// <param name="lookup">The images that were looked up.</param>
    /// <returns>The lock, which is this one when nothing has changed, and the differences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lookup"/> is null.</exception>
    public ImageLockUpdate Update(ImageLookup lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        var changed = lookup.Images
            .Select(image => (Before: Find(image.Tag), After: image))
            .Where(one => one.Before is null || !LockComparison.IsSame(one.Before, one.After))
            .Select(one => one.Before is null ? one.After : LockComparison.KeepOthers(one.Before, one.After))
            .ToValueList();
        var updated = changed.IsEmpty ? this : With(changed);
        return new ImageLockUpdate { Lock = updated, Differences = Diff(updated), Problems = lookup.Problems };
    }

    /// <summary>Verifies this lock by images that were looked up now.</summary>
    /// <param name="lookup">The images that were looked up; entries of tags that were not asked for are not verified.</param>
    /// <param name="policy">The policy, or null for the default: an image that moved, and a source or platform that is gone, are
    /// violations.</param>
    /// <param name="timeProvider">The clock for the age of images, or null for the system's.</param>
    /// <returns>The differences, those that violate the policy, and the tags that could not be looked up.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lookup"/> is null.</exception>
    public ImageLockVerification Verify(ImageLookup lookup, ImageLockPolicy? policy = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        return LockVerification.Verify(this, lookup, policy ?? new ImageLockPolicy(), (timeProvider ?? TimeProvider.System).GetUtcNow());
    }
}
