namespace ImageStreams.Patching;

/// <summary>Limits the number of managers of updates.</summary>
internal static class AncientOwners
{
    private const int MaxManagers = 10;

    private const string Name = "ancient-changes";

    /// <summary>Merges the oldest managers of updates of one version into one, until there are at most 10.</summary>
    public static void Merge(OwnerList owners)
    {
        var managers = owners.Owners
            .Where(owner => !owner.IsApplier)
            .OrderBy(owner => owner.Entry.Time.GetValueOrDefault())
            .ThenBy(owner => owner.Entry.Manager, StringComparer.Ordinal)
            .ToList();
        var count = managers.Count;
        var buckets = new Dictionary<string, Owner>(StringComparer.Ordinal);
        foreach (var manager in managers.TakeWhile(_ => count > MaxManagers))
        {
            var version = manager.Entry.ApiVersion!;
            if (buckets.TryGetValue(version, out var bucket))
            {
                buckets[version] = Merge(owners, bucket, manager);
                count--;
            }
            else
            {
                buckets.Add(version, manager);
            }
        }
    }

    private static Owner Merge(OwnerList owners, Owner bucket, Owner next)
    {
        var merged = bucket
            .WithFields(bucket.Fields.Union(next.Fields))
            .As(bucket.Entry with { Manager = Name, Subresource = null, Time = next.Entry.Time });
        owners.Remove(bucket);
        owners.Replace(next, merged);
        return merged;
    }
}
