using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The fields of a protobuf message by their numbers, as far as they are read.</summary>
internal sealed class ProtobufMessage(IEnumerable<ProtobufField> fields)
{
    private readonly Dictionary<int, ProtobufField> _fields = fields.ToDictionary(static field => field.Number);

    /// <summary>Gets a value indicating whether fields that are not known are refused; by default, they are left out.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The types of the messages in it.</summary>
    public IEnumerable<string> Types => _fields.Values.Select(static one => one.Type).OfType<string>();

    /// <summary>Reads a message as JSON.</summary>
    /// <exception cref="FormatException">The bytes are no protobuf.</exception>
    /// <exception cref="Clients.ApiException">There is a field that is not read (415).</exception>
    public JsonObject Read(ReadOnlySpan<byte> bytes)
    {
        var json = new JsonObject();
        ReadInto(json, bytes);
        return json;
    }

    /// <summary>Reads a message whose fields are those of another one.</summary>
    public void ReadInto(JsonObject json, ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            if (_fields.TryGetValue(reader.Field, out var field))
            {
                field.AddTo(json, in reader);
            }
            else if (IsComplete)
            {
                throw MediaTypes.UnreadProtobuf();
            }
        }
    }
}
