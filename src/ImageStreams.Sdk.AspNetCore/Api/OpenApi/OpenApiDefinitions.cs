using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the definitions of types, each once, with all that they refer to.</summary>
internal sealed class OpenApiDefinitions(OpenApiDialect dialect)
{
    private readonly SortedDictionary<string, JsonObject> _written = new(StringComparer.Ordinal);
    private readonly Queue<FieldSchema> _pending = new();

    /// <summary>Adds an object and returns the name of its definition.</summary>
    public string Add(ObjectSchema schema)
    {
        var name = OpenApiNames.GetDefinition(schema);
        AddStruct(name, schema.Root);
        AddKind(name, schema.Group, schema.Version, schema.Kind);
        return name;
    }

    /// <summary>Adds a list of objects and returns the name of its definition.</summary>
    public string AddList(ResourceDefinition definition, string item)
    {
        var name = OpenApiNames.GetSibling(item, definition.ListKind);
        var metadata = new FieldSchemaWriter(dialect, _pending.Enqueue).WriteProperty(new StructField("metadata", ObjectSchemas.ListMeta) { DefaultJson = "{}" });
        var items = new JsonObject { ["default"] = new JsonObject() };
        dialect.AddReference(items, item);
        _written.TryAdd(name, new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = new JsonObject { ["type"] = "string" },
                ["items"] = new JsonObject { ["type"] = "array", ["items"] = items },
                ["kind"] = new JsonObject { ["type"] = "string" },
                ["metadata"] = metadata,
            },
        });
        AddKind(name, definition.Group, definition.Version, definition.ListKind);
        return name;
    }

    /// <summary>Writes all definitions by their names.</summary>
    public JsonObject Write()
    {
        while (_pending.TryDequeue(out var schema))
        {
            Add(schema);
        }

        return new JsonObject(_written.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.DeepClone())));
    }

    private void Add(FieldSchema schema)
    {
        if (schema is FieldSchema.Struct type)
        {
            AddStruct(type.Name, type);
        }
        else if (schema is FieldSchema.Value { Name: { } name } value)
        {
            _written.TryAdd(name, FieldSchemaWriter.WriteValue(value));
        }
    }

    private void AddStruct(string name, FieldSchema.Struct type)
    {
        if (!_written.ContainsKey(name))
        {
            _written.Add(name, new FieldSchemaWriter(dialect, _pending.Enqueue).WriteStruct(type));
        }
    }

    private void AddKind(string name, string group, string version, string kind) => _written[name].TryAdd(
        "x-kubernetes-group-version-kind",
        new JsonArray(new JsonObject { ["group"] = group, ["kind"] = kind, ["version"] = version }));
}
