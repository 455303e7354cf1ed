using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Merges an applied object into a live one by their schema: what is applied wins, and all else stays.</summary>
internal static class StructuredMerge
{
    /// <summary>Returns the merged object, which shares no node with the given ones.</summary>
    public static JsonObject Merge(FieldSchema schema, JsonObject live, JsonObject applied) =>
        (JsonObject)MergeValues(schema, JsonSlot.From(live), JsonSlot.From(applied))!;

    private static JsonNode? MergeValues(FieldSchema schema, JsonSlot live, JsonSlot applied)
    {
        var type = FieldTypes.Resolve(schema, applied.IsPresent ? applied.Value : live.Value);
        if (FieldTypes.IsAtomic(type) || !CanMerge(type, live, applied))
        {
            return (applied.IsPresent ? applied : live).Value?.DeepClone();
        }

        return type is FieldSchema.List list
            ? ListMerge.Merge(list, live.FilledArray, applied.FilledArray, MergeValues)
            : MergeMembers(type, live.FilledObject, applied.FilledObject);
    }

    /// <summary>Determines whether there is something to merge; an empty object, an empty list and null are kept as they
    /// are.</summary>
    private static bool CanMerge(FieldSchema type, JsonSlot live, JsonSlot applied) => type is FieldSchema.List
        ? live.FilledArray is not null || applied.FilledArray is not null
        : live.FilledObject is not null || applied.FilledObject is not null;

    private static JsonObject MergeMembers(FieldSchema schema, JsonObject? live, JsonObject? applied)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in live ?? [])
        {
            merged.Add(name, MergeValues(Find(name), JsonSlot.From(value), JsonSlot.Find(applied, name)));
        }

        foreach (var (name, value) in applied ?? [])
        {
            if (!merged.ContainsKey(name))
            {
                merged.Add(name, MergeValues(Find(name), JsonSlot.Absent, JsonSlot.From(value)));
            }
        }

        return merged;

        FieldSchema Find(string name) => FieldTypes.FindMember(schema, name) ?? FieldSchema.Value.Any;
    }
}
