using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>Fills in the defaults of custom resources.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal static class StructuralDefaults
{
    /// <summary>Adds the defaults of missing fields in place, and removes nulls that are no values.</summary>
    public static void Set(JsonNode? node, StructuralSchema schema)
    {
        switch (node)
        {
            case JsonObject value:
                SetFields(value, schema);
                break;
            case JsonArray items when schema.Items is not null:
                foreach (var item in items)
                {
                    Set(item, schema.Items);
                }

                break;
        }
    }

    private static void SetFields(JsonObject value, StructuralSchema schema)
    {
        foreach (var (name, field) in schema.Properties)
        {
            if (field.Default is { } fallback && value[name] is null && !(value.ContainsKey(name) && field.IsNullable))
            {
                value[name] = fallback.DeepClone();
            }
        }

        foreach (var (name, node) in value.ToList())
        {
            SetField(value, name, node, schema.FindField(name));
        }
    }

    private static void SetField(JsonObject owner, string name, JsonNode? node, StructuralSchema? field)
    {
        if (field is null)
        {
            return;
        }

        if (node is null && !field.IsNullable)
        {
            owner.Remove(name);
        }

        Set(node, field);
    }
}
