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
        var taken = changes.Set.Difference(UnownedFields.All);
        var former = owners.Find(writer, FieldOwners.UpdateOperation);
        owners.Take(changes.Set.Union(changes.Removed), except: former);
        if (!changes.IsEmpty)
        {
            owners.Replace(former, GetOwner(former, writer, taken, changes.Removed, now));
        }

        AncientOwners.Merge(owners);
    }

    /// <summary>Returns the writer with what it set; its time changes only with that.</summary>
    private static Owner GetOwner(Owner? former, FieldWriter writer, FieldSet taken, FieldSet removed, Timestamp now)
    {
        var owner = former is null
            ? Owner.Create(writer, FieldOwners.UpdateOperation, taken)
            : former.Without(removed).With(taken);
        return taken.IsEmpty ? owner : owner.At(now);
    }
}
