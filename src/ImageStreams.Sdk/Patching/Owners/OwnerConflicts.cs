using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Finds the fields of other owners that an apply changes.</summary>
internal static class OwnerConflicts
{
    /// <summary>The number of characters in the paths of conflicts after which no more are listed.</summary>
    private const long MaxLength = 1_000_000;

    /// <summary>Returns the other owners of changed fields, each with those fields only.</summary>
    /// <param name="owners">The owners.</param>
    /// <param name="own">The applier.</param>
    /// <param name="changed">The fields that are new or have another value.</param>
    public static ValueList<Owner> Find(OwnerList owners, Owner own, FieldSet changed) => owners.Owners
        .Where(owner => !ReferenceEquals(owner, own))
        .Select(owner => owner.WithFields(owner.Find(changed)))
        .Where(owner => !owner.IsEmpty)
        .ToValueList();

    /// <summary>Lists the fields with their owners, by the names of the owners; no more of them when their paths are very long.</summary>
    public static ValueList<FieldConflict> ToConflicts(ValueList<Owner> owners)
    {
        var conflicts = new List<FieldConflict>();
        var left = MaxLength;
        foreach (var owner in Sort(owners))
        {
            var paths = owner.Fields.GetPaths(left);
            conflicts.AddRange(paths.Select(path => Create(owner.Entry, path)));
            left -= paths.Sum(path => (long)path.Length);
        }

        return conflicts.ToValueList();
    }

    private static IEnumerable<Owner> Sort(ValueList<Owner> owners) => owners
        .OrderBy(owner => owner.Entry.Manager, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.Operation, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.ApiVersion, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.Subresource, StringComparer.Ordinal);

    private static FieldConflict Create(ManagedFieldsEntry entry, string field) => new()
    {
        Manager = entry.Manager ?? "",
        Operation = entry.Operation ?? "",
        ApiVersion = entry.ApiVersion ?? "",
        Subresource = entry.Subresource ?? "",
        Field = field,
    };
}
