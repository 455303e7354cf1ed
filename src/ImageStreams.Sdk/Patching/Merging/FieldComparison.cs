using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Compares two objects by their schema.</summary>
/// <remarks>Linear in the sizes of both. A granular value that is new or gone changes itself, besides what is below it.</remarks>
internal static class FieldComparison
{
    /// <summary>Returns the differences below two values of one type.</summary>
    public static FieldChanges Compare(FieldSchema schema, JsonObject before, JsonObject next) =>
        Compare(schema, JsonSlot.From(before), JsonSlot.From(next)).Below;

    private static (FieldChange Self, FieldChanges Below) Compare(FieldSchema schema, JsonSlot before, JsonSlot next)
    {
        var (oldType, newType) = (FieldTypes.Resolve(schema, before.Value), FieldTypes.Resolve(schema, next.Value));
        var type = next.IsPresent && next.Value is not null ? newType : oldType;
        if (IsLeaf(type, before, next) || (before.Value is not null && next.Value is not null && oldType != newType))
        {
            return (GetChange(before, next), FieldChanges.None);
        }

        var below = type is FieldSchema.List list
            ? CompareItems(list, before.FilledArray, next.FilledArray)
            : CompareMembers(type, before.FilledObject, next.FilledObject);
        return (before.IsPresent && next.IsPresent ? FieldChange.None : GetChange(before, next), below);
    }

    /// <summary>Determines whether values are compared as a whole: when they have one owner, or nothing is in them.</summary>
    private static bool IsLeaf(FieldSchema type, JsonSlot before, JsonSlot next) =>
        FieldTypes.IsAtomic(type)
        || (type is FieldSchema.List
            ? before.FilledArray is null && next.FilledArray is null
            : before.FilledObject is null && next.FilledObject is null);

    private static FieldChange GetChange(JsonSlot before, JsonSlot next) => (before.IsPresent, next.IsPresent) switch
    {
        (false, true) => FieldChange.Added,
        (true, false) => FieldChange.Removed,
        _ => JsonNode.DeepEquals(before.Value, next.Value) ? FieldChange.None : FieldChange.Modified,
    };

    private static FieldChanges CompareMembers(FieldSchema schema, JsonObject? before, JsonObject? next)
    {
        var changes = new FieldChangesBuilder();
        foreach (var (name, value) in before ?? [])
        {
            Add(name, JsonSlot.From(value), JsonSlot.Find(next, name));
        }

        foreach (var (name, value) in next ?? [])
        {
            if (before?.ContainsKey(name) != true)
            {
                Add(name, JsonSlot.Absent, JsonSlot.From(value));
            }
        }

        return changes.ToChanges();

        void Add(string name, JsonSlot one, JsonSlot other)
        {
            var (self, below) = Compare(FieldTypes.FindMember(schema, name) ?? FieldSchema.Value.Any, one, other);
            if (self != FieldChange.None || !below.IsEmpty)
            {
                changes.Add(FieldElement.Field(name), self, below);
            }
        }
    }

    private static FieldChanges CompareItems(FieldSchema.List list, JsonArray? before, JsonArray? next)
    {
        var changes = new FieldChangesBuilder();
        var (old, current) = (ItemGroups.Create(list, before), ItemGroups.Create(list, next));
        foreach (var element in old.Keys.Concat(current.Keys.Where(element => !old.ContainsKey(element))))
        {
            var (self, below) = CompareGroups(list, old.GetValueOrDefault(element, []), current.GetValueOrDefault(element, []));
            changes.Add(element, self, below);
        }

        return changes.ToChanges();
    }

    /// <summary>Compares the items with one element; where there are several, as a whole.</summary>
    private static (FieldChange Self, FieldChanges Below) CompareGroups(FieldSchema.List list, List<JsonNode?> before, List<JsonNode?> next)
    {
        if (before.Count <= 1 && next.Count <= 1)
        {
            return Compare(list.Items, ToSlot(before), ToSlot(next));
        }

        var change = (before.Count, next.Count) switch
        {
            (0, _) => FieldChange.Added,
            (_, 0) => FieldChange.Removed,
            _ when before.SequenceEqual(next, ItemGroups.SameItem) => FieldChange.None,
            _ => FieldChange.Modified,
        };
        return (change, FieldChanges.None);
    }

    private static JsonSlot ToSlot(List<JsonNode?> items) => items.Count == 0 ? JsonSlot.Absent : JsonSlot.From(items[0]);
}
