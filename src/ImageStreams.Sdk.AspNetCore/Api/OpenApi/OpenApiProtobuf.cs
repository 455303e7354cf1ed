using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Writes a document of OpenAPI 2 in the protobuf form that <c>kubectl</c> reads: the messages of <c>openapi.v2</c>.</summary>
/// <remarks>Versions before 1.27 read nothing else, and need it to validate manifests, to explain fields and to see that a kind can be
/// tried without storing it. Extensions and defaults are JSON texts, which the reader takes as YAML.</remarks>
internal static class OpenApiProtobuf
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>Writes the document.</summary>
    public static byte[] Write(JsonObject document) => new ProtobufWriter()
        .Text(1, GetText(document, "swagger"))
        .Message(2, WriteInfo(document["info"]!.AsObject()))
        .Message(8, WritePaths(document["paths"]!.AsObject()))
        .Message(9, WriteNamed(document["definitions"]!.AsObject(), OpenApiProtobufSchema.Write))
        .ToArray();

    /// <summary>Gets a text; null when it is missing.</summary>
    public static string? GetText(JsonObject json, string name) => (string?)json[name];

    /// <summary>Writes each entry as a name and a message.</summary>
    public static ProtobufWriter WriteNamed(JsonObject entries, Func<JsonObject, ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        foreach (var (name, value) in entries)
        {
            message.Message(1, WriteEntry(name, write(value!.AsObject())));
        }

        return message;
    }

    /// <summary>Writes the extensions of an object.</summary>
    public static void WriteExtensions(ProtobufWriter message, int field, JsonObject json)
    {
        foreach (var (name, value) in json.Where(static one => one.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            message.Message(field, WriteEntry(name, WriteAny(value)));
        }
    }

    /// <summary>Writes any JSON, as the text that it has in YAML too.</summary>
    public static ProtobufWriter WriteAny(JsonNode? value) => new ProtobufWriter().Text(2, (value?.ToJsonString() ?? "null") + "\n");

    private static ProtobufWriter WriteInfo(JsonObject info) => new ProtobufWriter().Text(1, GetText(info, "title")).Text(2, GetText(info, "version"));

    private static ProtobufWriter WritePaths(JsonObject paths)
    {
        var message = new ProtobufWriter();
        foreach (var (path, item) in paths)
        {
            message.Message(2, WriteEntry(path, WriteItem(item!.AsObject())));
        }

        return message;
    }

    private static ProtobufWriter WriteItem(JsonObject item)
    {
        var message = new ProtobufWriter();
        for (var i = 0; i < Methods.Length; i++)
        {
            if (item[Methods[i]] is JsonObject operation)
            {
                message.Message(i + 2, WriteOperation(operation));
            }
        }

        AddParameters(message, 9, item);
        return message;
    }

    private static ProtobufWriter WriteOperation(JsonObject operation)
    {
        var message = new ProtobufWriter().Text(5, GetText(operation, "operationId"));
        foreach (var type in operation["consumes"]?.AsArray() ?? [])
        {
            message.Text(7, (string?)type);
        }

        AddParameters(message, 8, operation);
        message.Message(9, WriteResponses(operation["responses"]!.AsObject()));
        WriteExtensions(message, 13, operation);
        return message;
    }

    private static void AddParameters(ProtobufWriter message, int field, JsonObject json)
    {
        foreach (var parameter in json["parameters"]?.AsArray() ?? [])
        {
            message.Message(field, new ProtobufWriter().Message(1, WriteParameter(parameter!.AsObject())));
        }
    }

    private static ProtobufWriter WriteParameter(JsonObject parameter)
    {
        var place = GetText(parameter, "in");
        if (place == "body")
        {
            return new ProtobufWriter().Message(1, WriteBody(parameter));
        }

        var isQuery = place == "query";
        var value = new ProtobufWriter().Flag(1, (bool?)parameter["required"] == true).Text(2, place).Text(4, GetText(parameter, "name"));
        value.Text(isQuery ? 6 : 5, GetText(parameter, "type")).Flag(isQuery ? 20 : 19, (bool?)parameter["uniqueItems"] == true);
        return new ProtobufWriter().Message(2, new ProtobufWriter().Message(isQuery ? 3 : 4, value));
    }

    private static ProtobufWriter WriteBody(JsonObject parameter) => new ProtobufWriter()
        .Text(2, GetText(parameter, "name"))
        .Text(3, GetText(parameter, "in"))
        .Flag(4, (bool?)parameter["required"] == true)
        .Message(5, OpenApiProtobufSchema.Write(parameter["schema"]!.AsObject()));

    private static ProtobufWriter WriteResponses(JsonObject responses) => WriteNamed(responses, static response =>
    {
        var schema = OpenApiProtobufSchema.Write(response["schema"]!.AsObject());
        var value = new ProtobufWriter().Text(1, GetText(response, "description")).Message(2, new ProtobufWriter().Message(1, schema));
        return new ProtobufWriter().Message(1, value);
    });

    private static ProtobufWriter WriteEntry(string name, ProtobufWriter value) => new ProtobufWriter().Text(1, name).Message(2, value);
}
