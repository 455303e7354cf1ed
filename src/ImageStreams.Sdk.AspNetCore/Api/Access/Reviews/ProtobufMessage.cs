using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The fields of a protobuf message by their numbers, as far as they are read.</summary>
internal sealed class ProtobufMessage(params (int Number, string Name, ProtobufMessage? Message, bool IsRepeated)[] fields)
{
    private static readonly ProtobufMessage Metadata = new((1, "name", null, false), (3, "namespace", null, false));

    private static readonly ProtobufMessage Resource = new(
        (1, "namespace", null, false),
        (2, "verb", null, false),
        (3, "group", null, false),
        (4, "version", null, false),
        (5, "resource", null, false),
        (6, "subresource", null, false),
        (7, "name", null, false));

    private static readonly ProtobufMessage Path = new((1, "path", null, false), (2, "verb", null, false));

    private static readonly ProtobufMessage AccessSpec = new(
        (1, "resourceAttributes", Resource, false),
        (2, "nonResourceAttributes", Path, false),
        (3, "user", null, false),
        (4, "groups", null, true),
        (6, "uid", null, false));

    private static readonly ProtobufMessage SelfAccessSpec = new((1, "resourceAttributes", Resource, false), (2, "nonResourceAttributes", Path, false));

    /// <summary>The review of access of somebody else.</summary>
    public static ProtobufMessage AccessReview { get; } = new((1, "metadata", Metadata, false), (2, "spec", AccessSpec, false));

    /// <summary>The review of access of the one who asks.</summary>
    public static ProtobufMessage SelfAccessReview { get; } = new((1, "metadata", Metadata, false), (2, "spec", SelfAccessSpec, false));

    /// <summary>The review of all rules.</summary>
    public static ProtobufMessage RulesReview { get; } =
        new((1, "metadata", Metadata, false), (2, "spec", new ProtobufMessage((1, "namespace", null, false)), false));

    /// <summary>The review of a token.</summary>
    public static ProtobufMessage TokenReview { get; } = new(
        (1, "metadata", Metadata, false),
        (2, "spec", new ProtobufMessage((1, "token", null, false), (2, "audiences", null, true)), false));

    /// <summary>A review without a question.</summary>
    public static ProtobufMessage Review { get; } = new((1, "metadata", Metadata, false));

    /// <summary>Reads a message as JSON; fields that are not known are left out.</summary>
    /// <exception cref="FormatException">The bytes are no protobuf.</exception>
    public JsonObject Read(ReadOnlySpan<byte> bytes)
    {
        var json = new JsonObject();
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            var number = reader.Field;
            if (Array.Find(fields, field => field.Number == number) is { Name: not null } known)
            {
                Set(json, known.Name, known.IsRepeated, known.Message is null ? reader.Text : known.Message.Read(reader.Content));
            }
        }

        return json;
    }

    private static void Set(JsonObject json, string name, bool isRepeated, JsonNode value)
    {
        if (!isRepeated)
        {
            json[name] = value;
        }
        else if (json[name] is JsonArray values)
        {
            values.Add(value);
        }
        else
        {
            json[name] = new JsonArray(value);
        }
    }
}
