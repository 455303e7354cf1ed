using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the types of fields as OpenAPI schemas.</summary>
/// <param name="dialect">The version of OpenAPI.</param>
/// <param name="refer">Called with each type that the schema refers to by name.</param>
internal sealed class FieldSchemaWriter(OpenApiDialect dialect, Action<FieldSchema> refer)
{
    /// <summary>Writes an object with its fields, ordered by name.</summary>
    public JsonObject WriteStruct(FieldSchema.Struct type)
    {
        var json = new JsonObject();
        Add(json, "description", type.Description);
        json["type"] = "object";
        // Short names are those of the tables, which say what is always written, and not what a writer must say.
        var isQualified = type.Name.Contains('.', StringComparison.Ordinal);
        DiscoveryJson.AddTexts(
            json, "required", [.. type.Members.Where(member => member.IsRequired && isQualified).Select(static member => member.Name)]);

        if (type.Members.Count > 0)
        {
            var members = type.Members.OrderBy(static member => member.Name, StringComparer.Ordinal);
            json["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)WriteProperty(member))));
        }

        Add(json, "x-kubernetes-map-type", type.IsAtomic ? "atomic" : "");
        return json;
    }

    /// <summary>Writes a field.</summary>
    public JsonObject WriteProperty(StructField member)
    {
        var json = new JsonObject();
        Add(json, "description", member.Description);
        AddType(json, member.Schema, member.DefaultJson);
        Add(json, "x-kubernetes-list-type", member.ListType ?? "");
        if (member.Schema is FieldSchema.List list)
        {
            AddKeys(json, list, member.ListType);
        }

        Add(json, "x-kubernetes-patch-strategy", GetStrategy(member));
        return json;
    }

    /// <summary>Writes a value.</summary>
    public static JsonObject WriteValue(FieldSchema.Value value)
    {
        var json = new JsonObject();
        Add(json, "type", GetType(value));
        Add(json, "format", value.Format ?? "");
        return json;
    }

    private void AddType(JsonObject json, FieldSchema schema, string? fallback)
    {
        if (schema is FieldSchema.Struct { Name.Length: > 0 } or FieldSchema.Value { Name: not null })
        {
            AddDefault(json, fallback);
            dialect.AddReference(json, schema is FieldSchema.Struct type ? type.Name : ((FieldSchema.Value)schema).Name!);
            refer(schema);
            return;
        }

        foreach (var (name, node) in WriteInline(schema).ToList())
        {
            json[name] = node?.DeepClone();
        }

        AddDefault(json, fallback);
    }

    private JsonObject WriteInline(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct type => WriteStruct(type),
        FieldSchema.Map map => WriteMap(map),
        FieldSchema.List list => new JsonObject { ["type"] = "array", ["items"] = WriteElement(list.Items) },
        _ => WriteValue((FieldSchema.Value)schema),
    };

    private JsonObject WriteMap(FieldSchema.Map map)
    {
        var json = new JsonObject { ["type"] = "object", ["additionalProperties"] = WriteElement(map.Values) };
        Add(json, "x-kubernetes-map-type", map.IsAtomic ? "atomic" : "");
        return json;
    }

    /// <summary>Writes the type of what is in a list or a map, with the value of one that is left empty.</summary>
    private JsonObject WriteElement(FieldSchema schema)
    {
        var json = new JsonObject();
        AddType(json, schema, GetEmpty(schema));
        return json;
    }

    private static string? GetEmpty(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct => "{}",
        FieldSchema.Value { Name: null, Kind: ValueKind.String, Format: null } => "\"\"",
        FieldSchema.Value { Name: null, Kind: ValueKind.Integer } => "0",
        FieldSchema.Value { Name: null, Kind: ValueKind.Boolean } => "false",
        _ => null,
    };

    private static void AddKeys(JsonObject json, FieldSchema.List list, string? listType)
    {
        if (listType == "map")
        {
            json["x-kubernetes-list-map-keys"] = DiscoveryJson.WriteTexts(list.Keys.Select(static key => key.Name));
        }

        Add(json, "x-kubernetes-patch-merge-key", list.PatchMergeKey ?? "");
    }

    private static string GetStrategy(StructField member)
    {
        var merges = member.Schema is FieldSchema.List { PatchMerges: true } ? "merge" : "";
        var retains = member.Schema is FieldSchema.List { RetainsKeys: true } or FieldSchema.Struct { RetainsKeys: true } ? "retainKeys" : "";
        var replaces = member.IsReplaced ? "replace" : "";
        return string.Join(",", new[] { replaces, merges, retains }.Where(static one => one.Length > 0));
    }

    private static string GetType(FieldSchema.Value value) => value.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Integer => "integer",
        ValueKind.Number => "number",
        ValueKind.Boolean => "boolean",
        _ => value.Name is null ? "" : "object",
    };

    private static void AddDefault(JsonObject json, string? fallback)
    {
        if (fallback is not null)
        {
            json["default"] = JsonNode.Parse(fallback);
        }
    }

    private static void Add(JsonObject json, string name, string text)
    {
        if (text.Length > 0)
        {
            json[name] = text;
        }
    }
}
