using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Removes the fields that are null, which a server reads as absent.</summary>
internal static class NullFields
{
    /// <summary>Removes the null fields of structures, in place; keys that users chose and the items of lists stay.</summary>
    public static void Remove(FieldSchema schema, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject fields:
                RemoveMembers(schema, fields);
                break;
            case JsonArray items when schema is FieldSchema.List list:
                foreach (var item in items)
                {
                    Remove(list.Items, item);
                }

                break;
        }
    }

    private static void RemoveMembers(FieldSchema schema, JsonObject fields)
    {
        foreach (var name in fields.Select(member => member.Key).ToArray())
        {
            if (fields[name] is null && FieldTypes.IsNamed(schema, name))
            {
                fields.Remove(name);
            }
            else if (FieldTypes.FindMember(schema, name) is { } type)
            {
                Remove(type, fields[name]);
            }
        }
    }
}
