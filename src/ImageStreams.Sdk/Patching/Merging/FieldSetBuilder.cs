using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Finds the fields that an object has: those that an applier of it owns.</summary>
/// <remarks>Leaves, atomic values and items of lists are in the set; of objects those that are empty, and those under a key that a
/// user chose.</remarks>
internal static class FieldSetBuilder
{
    /// <summary>Returns the fields below a value.</summary>
    public static FieldSet Create(FieldSchema schema, JsonNode? value)
    {
        schema = FieldTypes.Resolve(schema, value);
        return (schema, value) switch
        {
            _ when FieldTypes.IsAtomic(schema) => FieldSet.Empty,
            (_, JsonObject fields) => FromObject(schema, fields),
            (FieldSchema.List list, JsonArray items) => FromItems(list, items),
            _ => FieldSet.Empty,
        };
    }

    private static FieldSet FromObject(FieldSchema schema, JsonObject fields)
    {
        var entries = new List<FieldSetEntry>(fields.Count);
        foreach (var (name, value) in fields)
        {
            var type = FieldTypes.FindMember(schema, name) ?? FieldSchema.Value.Any;
            var isMember = IsLeaf(type, value) || value is JsonObject { Count: 0 } || !FieldTypes.IsNamed(schema, name);
            entries.Add(new FieldSetEntry(FieldElement.Field(name), isMember, Create(type, value)));
        }

        return FieldSet.Create(entries);
    }

    private static FieldSet FromItems(FieldSchema.List list, JsonArray items)
    {
        var entries = new SortedDictionary<FieldElement, FieldSetEntry>();
        foreach (var item in ListItems.Index(list, items))
        {
            var entry = new FieldSetEntry(item.Element, true, Create(list.Items, item.Value));
            entries[item.Element] = entries.TryGetValue(item.Element, out var other)
                ? other with { Children = other.Children.Union(entry.Children) }
                : entry;
        }

        return FieldSet.Create([.. entries.Values]);
    }

    /// <summary>Determines whether a value is owned as a whole.</summary>
    private static bool IsLeaf(FieldSchema type, JsonNode? value) =>
        value is null || FieldTypes.IsAtomic(FieldTypes.Resolve(type, value));
}
