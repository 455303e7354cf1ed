using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Changes the owners of an object that is written.</summary>
internal static class FieldUpdate
{
    /// <summary>Gives the changed fields to the writer.</summary>
    public static void Run(
        OwnerList owners, JsonObject live, JsonObject next, FieldWriter writer, Timestamp now, ObjectSchema schema)
    {
        var changes = FieldComparison.Compare(schema.Root, live, next);
        owners.Take(changes.Set.Union(changes.Removed));
        var taken = changes.Set.Difference(UnownedFields.All);
        if (!taken.IsEmpty)
        {
            var former = owners.Find(writer, FieldOwners.UpdateOperation);
            var owner = former is null
                ? Owner.Create(writer, FieldOwners.UpdateOperation, taken)
                : former with { Fields = former.Fields.Union(taken) };
            owners.Replace(former, owner with { Entry = owner.Entry with { Time = now } });
        }

        AncientOwners.Merge(owners);
    }
}
