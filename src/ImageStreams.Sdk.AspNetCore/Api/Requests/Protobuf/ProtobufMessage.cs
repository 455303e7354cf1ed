using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The fields of a protobuf message by their numbers, as far as they are read.</summary>
internal sealed class ProtobufMessage(IEnumerable<ProtobufField> fields)
{
    private readonly Dictionary<int, ProtobufField> _fields = fields.ToDictionary(static field => field.Number);

    /// <summary>Reads a message as JSON; fields that are not known are left out.</summary>
    /// <exception cref="FormatException">The bytes are no protobuf.</exception>
    public JsonObject Read(ReadOnlySpan<byte> bytes)
    {
        var json = new JsonObject();
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            if (_fields.TryGetValue(reader.Field, out var field))
            {
                field.AddTo(json, in reader);
            }
        }

        return json;
    }
}
