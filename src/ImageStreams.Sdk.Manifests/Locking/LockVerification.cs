using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Verifies a lock by what was looked up.</summary>
internal static class LockVerification
{
    /// <summary>Times before this one are no times of creation: reproducible builds write 1970 or 1980.</summary>
    private static readonly DateTimeOffset FirstTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Verifies a lock at a time.</summary>
    public static ImageLockVerification Verify(ImageLock expected, ImageLookup lookup, ImageLockPolicy policy, DateTimeOffset now)
    {
        var gone = lookup.Problems.Where(IsGone).Concat(lookup.GoneDigests).ToDictionary(problem => problem.Tag, StringComparer.Ordinal);
        var differences = lookup.Images
            .SelectMany(image => LockComparison.Compare(image.Tag, expected.Find(image.Tag), image))
            .Concat(expected.Images.Where(image => gone.ContainsKey(image.Tag)).Select(image => CreateGone(image, gone[image.Tag])))
            .Concat(lookup.UnsignedTags.Select(expected.Find).OfType<LockedImage>().Select(CreateUnsigned))
            .Concat(expected.Images.SelectMany(image => FindTooOld(image, policy, now)))
            .OrderBy(difference => difference.Tag, StringComparer.Ordinal)
            .ToValueList();
        return new ImageLockVerification
        {
            Differences = differences,
            Violations = [.. differences.Where(policy.IsViolatedBy)],
            Problems = [.. lookup.Problems.Where(problem => !IsGone(problem) || expected.Find(problem.Tag) is null)],
        };
    }

    private static bool IsGone(ImageLockProblem problem) => problem.Kind
        is ImageLockProblemKind.SourceGone or ImageLockProblemKind.UnknownStream or ImageLockProblemKind.NoImage;

    private static ImageLockDifference.SourceGone CreateGone(LockedImage image, ImageLockProblem problem) =>
        new() { Tag = image.Tag, Image = image, Problem = problem };

    private static ImageLockDifference.SignatureMissing CreateUnsigned(LockedImage image) => new() { Tag = image.Tag, Image = image };

    private static IEnumerable<ImageLockDifference> FindTooOld(LockedImage image, ImageLockPolicy policy, DateTimeOffset now)
    {
        var created = image.Platforms.Max(platform => platform.Created);
        if (policy.MaxAge is { } maxAge && created > FirstTime && now - created.Value > maxAge)
        {
            yield return new ImageLockDifference.TooOld
            {
                Tag = image.Tag,
                Digest = image.Digest,
                Created = created.Value,
                Age = now - created.Value,
                MaxAge = maxAge,
            };
        }
    }
}
