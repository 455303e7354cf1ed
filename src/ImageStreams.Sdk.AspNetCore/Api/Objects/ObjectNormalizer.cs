using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Gives an object the form that a server keeps: with defaults, without empty fields and without unknown ones.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal static class ObjectNormalizer
{
    /// <summary>Normalizes an object of a type in place.</summary>
    public static void Normalize(JsonObject value, FieldSchema.Struct type)
    {
        var isMetadata = type.Name.EndsWith("ObjectMeta", StringComparison.Ordinal);
        var always = isMetadata ? [] : type.Members.Where(static member => member.IsRequired).ToDictionary(member => member.Name);
        foreach (var member in always.Values)
        {
            AddMissing(value, member.Name, member.DefaultJson);
        }

        foreach (var (name, node) in value.ToList())
        {
            if (!type.Fields.TryGetValue(name, out var schema) || (!always.ContainsKey(name) && IsLeftOut(name, node, schema)))
            {
                value.Remove(name);
                continue;
            }

            NormalizeField(value, name, node, schema);
        }

        foreach (var field in TypeDefaults.ByType.GetValueOrDefault(type.Name) ?? [])
        {
            AddMissing(value, field.Name, field.Json);
        }

        Sort(value, type.Members.Select(static member => member.Name));
    }

    // In the order of the type, so that equal objects are equal texts.
    private static void Sort(JsonObject value, IEnumerable<string> names)
    {
        var fields = names.Where(value.ContainsKey).Select(name => KeyValuePair.Create(name, value[name])).ToList();
        value.Clear();
        fields.ForEach(field => value.Add(field.Key, field.Value));
    }

    private static void AddMissing(JsonObject value, string name, string? json)
    {
        if (value[name] is null)
        {
            value[name] = json is null ? null : JsonNode.Parse(json);
        }
    }

    private static void NormalizeField(JsonObject owner, string name, JsonNode? node, FieldSchema schema)
    {
        switch (schema)
        {
            case FieldSchema.Struct type when node is JsonObject value:
                Normalize(value, type);
                break;
            case FieldSchema.List { Items: FieldSchema.Struct item } when node is JsonArray items:
                NormalizeItems(items, item);
                break;
            case FieldSchema.Map { Values: FieldSchema.Value { Kind: ValueKind.String } } when node is JsonObject map:
                owner[name] = WithoutNulls(map);
                break;
            case FieldSchema.Map when node is JsonObject map:
                Sort(map, map.Select(static field => field.Key).Order(StringComparer.Ordinal).ToList());
                break;
        }
    }

    private static void NormalizeItems(JsonArray items, FieldSchema.Struct type)
    {
        for (var i = 0; i < items.Count; i++)
        {
            items[i] ??= new JsonObject();
            if (items[i] is JsonObject item)
            {
                Normalize(item, type);
            }
        }
    }

    // A map of texts has a text for every key, and Go reads null as the empty one.
    private static JsonObject WithoutNulls(JsonObject map) =>
        new(map.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(
            static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value?.DeepClone() ?? JsonValue.Create(""))));

    private static bool IsLeftOut(string name, JsonNode? node, FieldSchema schema) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0 && schema is not FieldSchema.Value,
        JsonObject map => map.Count == 0 && schema is FieldSchema.Map,
        JsonValue value => IsZero(name, value),
        _ => false,
    };

    private static bool IsZero(string name, JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>().Length == 0,
        JsonValueKind.False => TypeDefaults.LeftOutWhenZero.Contains(name),
        JsonValueKind.Number => value.ToJsonString() == "0" && TypeDefaults.LeftOutWhenZero.Contains(name),
        _ => false,
    };
}
