using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the types of an OpenAPI 2 document as protobuf messages.</summary>
internal static class OpenApiProtobufSchema
{
    /// <summary>Writes a type; those inside it are references, so that the depth is that of one field.</summary>
    public static ProtobufWriter Write(JsonObject schema)
    {
        var message = new ProtobufWriter()
            .Text(1, OpenApiProtobuf.GetText(schema, "$ref"))
            .Text(2, OpenApiProtobuf.GetText(schema, "format"))
            .Text(4, OpenApiProtobuf.GetText(schema, "description"));
        AddDefault(message, schema);
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            message.Text(19, (string?)name);
        }

        AddTypes(message, schema);
        OpenApiProtobuf.WriteExtensions(message, 31, schema);
        return message;
    }

    private static void AddTypes(ProtobufWriter message, JsonObject schema)
    {
        if (schema["additionalProperties"] is JsonObject values)
        {
            message.Message(21, new ProtobufWriter().Message(1, Write(values)));
        }

        if (OpenApiProtobuf.GetText(schema, "type") is { } type)
        {
            message.Message(22, new ProtobufWriter().Text(1, type));
        }

        if (schema["items"] is JsonObject items)
        {
            message.Message(23, new ProtobufWriter().Message(1, Write(items)));
        }

        if (schema["properties"] is JsonObject properties)
        {
            message.Message(25, OpenApiProtobuf.WriteNamed(properties, Write));
        }
    }

    private static void AddDefault(ProtobufWriter message, JsonObject schema)
    {
        if (schema.TryGetPropertyValue("default", out var value))
        {
            message.Message(5, OpenApiProtobuf.WriteAny(value));
        }
    }
}
