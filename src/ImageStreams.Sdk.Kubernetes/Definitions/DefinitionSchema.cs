using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Kubernetes;

/// <summary>Writes the fields of a kind as a structural schema.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal static class DefinitionSchema
{
    private const string Type = "type";
    private const string AnyJson = "x-kubernetes-preserve-unknown-fields";

    /// <summary>Writes the schema of an object, with the fields that the store adds.</summary>
    public static JsonObject Write(ObjectSchema schema)
    {
        var json = WriteStruct(schema.Root, "");
        var properties = json["properties"]!.AsObject();

        // The server knows them itself.
        properties["metadata"] = new JsonObject { [Type] = "object" };
        properties[StoredKinds.StoredField] = new JsonObject
        {
            ["description"] = "What the server would change, as JSON. It belongs to the store: leave it as it is.",
            [Type] = "string",
        };
        properties[StoredKinds.SummaryField] = WriteSummary(schema.Kind);
        return json;
    }

    private static JsonObject WriteSummary(string kind) => new()
    {
        ["description"] = "What tables show. It belongs to the store.",
        [Type] = "object",
        ["properties"] = kind == Image.KindName
            ? new JsonObject { ["digest"] = new JsonObject { [Type] = "string" } }
            : new JsonObject
            {
                ["tags"] = new JsonObject { [Type] = "string" },
                ["updated"] = new JsonObject { [Type] = "string", ["format"] = "date-time" },
            },
    };

    private static JsonObject WriteStruct(FieldSchema.Struct type, string path)
    {
        var json = new JsonObject { [Type] = "object" };
        if (DefinitionRules.GetRequired(path) is { Length: > 0 } required)
        {
            json["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]);
        }

        json["properties"] = new JsonObject(type.Members
            .OrderBy(static member => member.Name, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Name, (JsonNode?)WriteField(member, $"{path}.{member.Name}"))));
        if (type.IsAtomic)
        {
            json["x-kubernetes-map-type"] = "atomic";
        }

        return json;
    }

    private static JsonObject WriteField(StructField member, string path)
    {
        var json = WriteType(member.Schema, path);
        if (member.Description.Length > 0)
        {
            json.Insert(0, "description", member.Description);
        }

        if (member.Schema is FieldSchema.List list)
        {
            AddListType(json, list);
        }

        DefinitionRules.AddValues(json, path);
        return json;
    }

    private static void AddListType(JsonObject json, FieldSchema.List list)
    {
        if (!HasKeys(list))
        {
            json["x-kubernetes-list-type"] = list.Kind == ListKind.Set ? "set" : "atomic";
            return;
        }

        json["x-kubernetes-list-type"] = "map";
        json["x-kubernetes-list-map-keys"] = new JsonArray([.. list.Keys.Select(static key => (JsonNode)key.Name)]);
        Require(json["items"]!.AsObject(), list);
    }

    // The key of signatures is not a field of theirs, but one of their metadata.
    private static bool HasKeys(FieldSchema.List list) => list is { Kind: ListKind.Keyed, Items: FieldSchema.Struct item }
        && list.Keys.All(key => item.Fields.ContainsKey(key.Name));

    // A key without a default has to be there.
    private static void Require(JsonObject item, FieldSchema.List list)
    {
        var known = (item["required"] as JsonArray ?? []).Select(static name => name!.GetValue<string>());
        string[] required = [.. known.Union(list.Keys.Select(static key => key.Name)).Order(StringComparer.Ordinal)];
        item["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]);
    }

    private static JsonObject WriteType(FieldSchema schema, string path) => schema switch
    {
        FieldSchema.Struct type => WriteStruct(type, path),
        FieldSchema.Map map => new JsonObject { [Type] = "object", ["additionalProperties"] = WriteType(map.Values, $"{path}{{}}") },
        FieldSchema.List list => new JsonObject { [Type] = "array", ["items"] = WriteType(list.Items, $"{path}[]") },
        _ => WriteValue((FieldSchema.Value)schema),
    };

    private static JsonObject WriteValue(FieldSchema.Value value)
    {
        if (value.Kind == ValueKind.Any)
        {
            return new JsonObject { [AnyJson] = true };
        }

        var json = new JsonObject { [Type] = GetType(value.Kind) };
        if (value.Format is { } format)
        {
            json["format"] = format;
        }

        return json;
    }

    private static string GetType(ValueKind kind) => kind switch
    {
        ValueKind.Integer => "integer",
        ValueKind.Number => "number",
        ValueKind.Boolean => "boolean",
        _ => "string",
    };
}
