namespace ImageStreams.Patching;

/// <summary>The part of an entry by which it belongs to one owner: all but its fields and its time.</summary>
/// <param name="Manager">The name of the manager.</param>
/// <param name="Operation">The operation.</param>
/// <param name="ApiVersion">The version of an update; empty for an applier, who is the same one in all versions.</param>
/// <param name="Subresource">The subresource; empty for the object itself.</param>
internal readonly record struct OwnerIdentity(string Manager, string Operation, string ApiVersion, string Subresource)
{
    public static OwnerIdentity FromEntry(ManagedFieldsEntry entry) => new(
        entry.Manager ?? "",
        entry.Operation ?? "",
        entry.Operation == FieldOwners.ApplyOperation ? "" : entry.ApiVersion ?? "",
        entry.Subresource ?? "");
}
