using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Creates the object that a server starts from when there is none yet.</summary>
/// <remarks>It has the fields that Go always writes: structures, zero values, and null for required lists and pointers.</remarks>
internal static class ZeroObjects
{
    private const string EmptyObject = "{}";

    public static JsonObject Create(FieldSchema.Struct schema)
    {
        var zero = new JsonObject();
        foreach (var member in schema.Members)
        {
            if (TryCreate(member, out var value))
            {
                zero.Add(member.Name, value);
            }
        }

        return zero;
    }

    private static bool TryCreate(StructField member, out JsonNode? value)
    {
        value = member switch
        {
            { DefaultJson: EmptyObject, Schema: FieldSchema.Struct fields } => Create(fields),
            { DefaultJson: "\"\"" or "0" or "false" } => JsonNode.Parse(member.DefaultJson),
            _ => null,
        };
        return value is not null || (member.IsRequired && member.DefaultJson is null);
    }
}
