using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>Compares two entries of one tag.</summary>
internal static class LockComparison
{
    /// <summary>Finds the differences of an entry.</summary>
    public static IEnumerable<ImageLockDifference> Compare(string tag, LockedImage? before, LockedImage? after)
    {
        if (before is null)
        {
            return after is null ? [] : [new ImageLockDifference.Added { Tag = tag, Image = after }];
        }

        return after is null
            ? [new ImageLockDifference.Removed { Tag = tag, Image = before }]
            : [.. CompareSource(before, after), .. ComparePlatforms(before, after), .. CompareLabels(before, after)];
    }

    /// <summary>Finds the differences between an entry and the path that streams have now.</summary>
    public static IEnumerable<ImageLockDifference> CompareTarget(LockedImage? locked, LockTarget target) =>
        locked is not null && target is LockTarget.Image image
            ? Compare(locked.Tag, locked, locked with { Path = image.Path, PullSpec = image.PullSpec })
            : [];

    /// <summary>Determines whether two entries lock the same image in the same way, wherever each was looked up.</summary>
    public static bool IsSame(LockedImage before, LockedImage after) =>
        KeepOthers(before, after) with { Source = before.Source, Mirror = before.Mirror } == before;

    /// <summary>Gives an entry the unknown fields of the one before.</summary>
    public static LockedImage KeepOthers(LockedImage before, LockedImage after) => after with
    {
        OtherFields = before.OtherFields,
        Platforms = [.. after.Platforms.Select(platform => platform with { OtherFields = FindOthers(before, platform) })],
    };

    private static ValueMap<RawJson> FindOthers(LockedImage before, LockedPlatform platform) =>
        before.Platforms.FirstOrDefault(one => one.Platform == platform.Platform)?.OtherFields ?? default;

    private static IEnumerable<ImageLockDifference> CompareSource(LockedImage before, LockedImage after)
    {
        if (before.Path != after.Path || !HasSameRepository(before, after))
        {
            yield return new ImageLockDifference.PathChanged { Tag = before.Tag, Before = before, After = after };
        }
        else if (before.PullSpec != after.PullSpec)
        {
            yield return new ImageLockDifference.Retagged { Tag = before.Tag, Before = before, After = after };
        }
        else if (before.Digest != after.Digest)
        {
            yield return new ImageLockDifference.Moved { Tag = before.Tag, Before = before, After = after };
        }
    }

    private static bool HasSameRepository(LockedImage before, LockedImage after) => DockerReferenceComparer.Instance.Equals(
        ImageReference.Parse(before.PullSpec).ToRepository(), ImageReference.Parse(after.PullSpec).ToRepository());

    private static IEnumerable<ImageLockDifference> ComparePlatforms(LockedImage before, LockedImage after)
    {
        var now = after.Platforms.ToDictionary(platform => platform.Platform, StringComparer.Ordinal);
        foreach (var platform in before.Platforms)
        {
            if (!now.Remove(platform.Platform, out var same))
            {
                yield return new ImageLockDifference.PlatformGone { Tag = before.Tag, Platform = platform };
            }
            else if (before.Digest == after.Digest && platform.Digest != same.Digest)
            {
                yield return new ImageLockDifference.PlatformMismatch { Tag = before.Tag, Before = platform, After = same };
            }
        }

        foreach (var platform in after.Platforms.Where(one => now.ContainsKey(one.Platform)))
        {
            yield return new ImageLockDifference.PlatformAdded { Tag = before.Tag, Platform = platform };
        }
    }

    private static IEnumerable<ImageLockDifference> CompareLabels(LockedImage before, LockedImage after)
    {
        var changes = before.Platforms
            .Join(after.Platforms, one => one.Platform, other => other.Platform, (one, other) => CompareLabels(one.Labels, other.Labels))
            .SelectMany(labels => labels)
            .Distinct()
            .OrderBy(change => change.Name, StringComparer.Ordinal)
            .ToValueList();
        if (!changes.IsEmpty)
        {
            yield return new ImageLockDifference.LabelsChanged { Tag = before.Tag, Changes = changes };
        }
    }

    private static IEnumerable<LabelChange> CompareLabels(ValueMap<string> before, ValueMap<string> after) => before.Keys
        .Union(after.Keys, StringComparer.Ordinal)
        .Select(name => new LabelChange { Name = name, Before = Find(before, name), After = Find(after, name) })
        .Where(change => change.Before != change.After);

    private static string? Find(ValueMap<string> labels, string name) => labels.TryGetValue(name, out var value) ? value : null;
}
