using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Removes fields from an object.</summary>
/// <remarks>A value that loses all that is in it becomes null, and so does an atomic value of which a part is to go.</remarks>
internal static class FieldRemoval
{
    /// <summary>Returns the object without the fields of a set; the given object stays as it is.</summary>
    public static JsonObject Remove(FieldSchema schema, JsonObject value, FieldSet fields) =>
        RemoveFrom(schema, value, fields) as JsonObject ?? [];

    private static JsonNode? RemoveFrom(FieldSchema schema, JsonNode? value, FieldSet fields)
    {
        if (fields.IsEmpty || value is null or JsonValue)
        {
            return value?.DeepClone();
        }

        var type = FieldTypes.Resolve(schema, value);
        return (type, value) switch
        {
            _ when FieldTypes.IsAtomic(type) => null,
            (_, JsonObject members) => RemoveMembers(type, members, fields),
            (FieldSchema.List list, JsonArray items) => RemoveItems(list, items, fields),
            _ => value.DeepClone(),
        };
    }

    private static JsonObject? RemoveMembers(FieldSchema schema, JsonObject members, FieldSet fields)
    {
        var rest = new JsonObject();
        foreach (var (name, value) in members)
        {
            var entry = fields.Find(FieldElement.Field(name));
            if (!entry.IsMember)
            {
                rest.Add(name, RemoveFrom(FieldTypes.FindMember(schema, name) ?? FieldSchema.Value.Any, value, entry.Children));
            }
        }

        return rest.Count > 0 ? rest : null;
    }

    private static JsonArray? RemoveItems(FieldSchema.List list, JsonArray items, FieldSet fields)
    {
        var rest = new JsonArray();
        foreach (var item in items)
        {
            if (ListItems.TryFind(list, item, out var element) is not null)
            {
                rest.Add(item?.DeepClone());
            }
            else if (fields.Find(element!) is { IsMember: false } entry)
            {
                rest.Add(RemoveFrom(list.Items, item, entry.Children));
            }
        }

        return rest.Count > 0 ? rest : null;
    }
}
