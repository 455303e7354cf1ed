using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Tests.Schemas;

/// <summary>Derives the structure of an OpenAPI document from schemas.</summary>
internal static class OpenApiStructure
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>Finds the definitions that kinds use, by their names.</summary>
    public static IReadOnlyDictionary<string, FieldSchema> FindDefinitions(IEnumerable<ObjectSchema> kinds)
    {
        var found = new Dictionary<string, FieldSchema>(StringComparer.Ordinal);
        var open = new Stack<FieldSchema>(kinds.Select(kind => kind.Root));
        while (open.TryPop(out var schema))
        {
            if (GetName(schema) is { Length: > 0 } name && !found.TryAdd(name, schema))
            {
                continue;
            }

            foreach (var below in GetParts(schema))
            {
                open.Push(below);
            }
        }

        return found;
    }

    /// <summary>Writes a definition, without the kinds it stands for.</summary>
    public static JsonObject Describe(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct fields => DescribeStruct(fields),
        FieldSchema.Value { Kind: ValueKind.Any } => new JsonObject { ["type"] = "object" },
        FieldSchema.Value value => DescribeValue(value),
        _ => DescribeType(schema),
    };

    private static JsonObject DescribeStruct(FieldSchema.Struct fields)
    {
        var json = new JsonObject { ["type"] = "object" };
        var required = fields.Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray();
        if (required.Length > 0)
        {
            json["required"] = new JsonArray(required);
        }

        if (fields.IsAtomic)
        {
            json["x-kubernetes-map-type"] = "atomic";
        }

        json["properties"] = new JsonObject(fields.Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Describe(member))));
        return json;
    }

    private static JsonObject Describe(StructField member)
    {
        var json = DescribeType(member.Schema);
        Set(json, "default", member.DefaultJson is null ? null : JsonNode.Parse(member.DefaultJson));
        Set(json, "x-kubernetes-list-type", member.ListType);
        Set(json, "x-kubernetes-patch-strategy", member.IsReplaced ? "replace" : null);
        if (member.Schema is FieldSchema.List list)
        {
            Set(json, "x-kubernetes-patch-strategy", list.PatchMerges ? "merge" : null);
            Set(json, "x-kubernetes-patch-merge-key", list.PatchMergeKey);
            Set(json, "x-kubernetes-list-map-keys", member.ListType == "map" ? new JsonArray([.. list.Keys.Select(key => (JsonNode)key.Name)]) : null);
        }

        return json;
    }

    private static JsonObject DescribeType(FieldSchema schema)
    {
        if (GetName(schema) is { Length: > 0 } name)
        {
            return new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = Prefix + name }) };
        }

        return schema switch
        {
            FieldSchema.List list => new JsonObject { ["type"] = "array", ["items"] = DescribeItem(list.Items) },
            FieldSchema.Map map => new JsonObject { ["type"] = "object", ["additionalProperties"] = DescribeItem(map.Values) },
            FieldSchema.Value value => DescribeValue(value),
            _ => [],
        };
    }

    private static JsonObject DescribeItem(FieldSchema schema)
    {
        var json = DescribeType(schema);
        Set(json, "default", schema switch
        {
            FieldSchema.Struct => new JsonObject(),
            FieldSchema.Value { Kind: ValueKind.String, Format: null } => "",
            _ => null,
        });
        return json;
    }

    private static JsonObject DescribeValue(FieldSchema.Value value)
    {
        var json = new JsonObject { ["type"] = value.Kind.ToString().ToLowerInvariant() };
        Set(json, "format", value.Format);
        return json;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static string? GetName(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct fields => fields.Name,
        FieldSchema.Value value => value.Name,
        _ => null,
    };

    private static IEnumerable<FieldSchema> GetParts(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct fields => fields.Fields.Values,
        FieldSchema.List list => [list.Items],
        FieldSchema.Map map => [map.Values],
        _ => [],
    };
}
