using System.Text.Json;

namespace ImageStreams.Kubernetes;

/// <summary>A line of a watch: <c>{"type":…,"object":…}</c>.</summary>
/// <param name="Type">The type: <c>ADDED</c>, <c>MODIFIED</c>, <c>DELETED</c>, <c>BOOKMARK</c> or <c>ERROR</c>.</param>
/// <param name="Object">The JSON of the object.</param>
internal readonly record struct WatchFrame(string Type, ReadOnlyMemory<byte> Object)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="Clients.ApiException">It is no such line.</exception>
    public static WatchFrame Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            var frame = ReadFields(line);
            return frame is { Type: not null, Object.IsEmpty: false }
                ? frame
                : throw new JsonException("it has no type or no object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ReplyErrors.Unreadable("An event of a watch", e);
        }
    }

    private static WatchFrame ReadFields(ReadOnlyMemory<byte> line)
    {
        var frame = default(WatchFrame);
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isType)
            {
                frame = frame with { Type = reader.GetString()! };
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            frame = isObject ? frame with { Object = line[start..(int)reader.BytesConsumed] } : frame;
        }

        return frame;
    }
}
