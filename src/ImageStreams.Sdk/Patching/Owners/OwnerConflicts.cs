using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Finds the fields of other owners that an apply changes.</summary>
internal static class OwnerConflicts
{
    /// <summary>Returns the other owners of changed fields, each with those fields only.</summary>
    /// <param name="owners">The owners.</param>
    /// <param name="own">The applier.</param>
    /// <param name="changed">The fields that are new or have another value.</param>
    public static ValueList<Owner> Find(OwnerList owners, Owner own, FieldSet changed) => owners.Owners
        .Where(owner => !ReferenceEquals(owner, own))
        .Select(owner => owner.WithFields(owner.Find(changed)))
        .Where(owner => !owner.IsEmpty)
        .ToValueList();

    /// <summary>Lists the fields with their owners, by the names of the owners.</summary>
    public static ValueList<FieldConflict> ToConflicts(ValueList<Owner> owners) => owners
        .OrderBy(owner => owner.Entry.Manager, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.Operation, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.ApiVersion, StringComparer.Ordinal)
        .ThenBy(owner => owner.Entry.Subresource, StringComparer.Ordinal)
        .SelectMany(owner => owner.Fields.GetPaths().Select(field => new FieldConflict
        {
            Manager = owner.Entry.Manager ?? "",
            Operation = owner.Entry.Operation ?? "",
            ApiVersion = owner.Entry.ApiVersion ?? "",
            Subresource = owner.Entry.Subresource ?? "",
            Field = field,
        }))
        .ToValueList();
}
