using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ImageStreams.Controllers;

/// <summary>Writes and reads the JSON of state records.</summary>
internal static class StateJson
{
    private const int MaxDepth = 8;

    /// <summary>Writes one object.</summary>
    public static string Write<T>(T value, Action<Utf8JsonWriter, T> writeProperties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writeProperties(writer, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads one object; a damaged one leads to an exception that <see cref="IsDamage"/> knows.</summary>
    public static T Read<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? read(document.RootElement)
            : throw new FormatException("The state is not an object.");
    }

    /// <summary>Determines whether an exception means that a record is damaged, or was written by a later version.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException;

    /// <summary>Writes a property unless it is null.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <inheritdoc cref="WriteOptional(Utf8JsonWriter, string, string?)"/>
    public static void WriteOptional(this Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteString(name, time.ToUniversalTime());
        }
    }

    public static string? FindText(this JsonElement value, string name) =>
        value.TryGetProperty(name, out var property) ? property.GetString() : null;

    public static DateTimeOffset? FindTime(this JsonElement value, string name) =>
        value.TryGetProperty(name, out var property) ? property.GetDateTimeOffset() : null;

    /// <summary>Finds a number that is not negative; 0 when it is missing.</summary>
    public static int FindCount(this JsonElement value, string name)
    {
        var count = value.TryGetProperty(name, out var property) ? property.GetInt32() : 0;
        return count >= 0 ? count : throw new FormatException($"The state has {count} as {name}.");
    }
}
