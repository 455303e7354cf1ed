using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Schemas;

namespace ImageStreams.Kubernetes;

/// <summary>Writes JSON as an API server keeps it: fields in one order, each once, numbers in one form.</summary>
/// <remarks>Recursive, to a depth of 64.</remarks>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes JSON in the canonical form.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="schema">The fields to keep; null for all.</param>
    /// <returns>The text; null when no API server can keep the JSON: it is too deep, has a field twice, or a number that is none of Go's.</returns>
    public static byte[]? TryWrite(ReadOnlyMemory<byte> json, FieldSchema? schema)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var buffer = new ArrayBufferWriter<byte>(json.Length);
            using (var writer = new Utf8JsonWriter(buffer, Options))
            {
                Write(writer, document.RootElement, schema);
            }

            return buffer.WrittenSpan.ToArray();
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, FieldSchema? schema)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, schema);
                break;
            case JsonValueKind.Array:
                WriteArray(writer, value, (schema as FieldSchema.List)?.Items);
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value, FieldSchema? schema)
    {
        string? last = null;
        writer.WriteStartObject();
        foreach (var field in value.EnumerateObject().OrderBy(static field => field.Name, StringComparer.Ordinal))
        {
            if (field.Name == last)
            {
                throw new FormatException("The field occurs twice.");
            }

            last = field.Name;
            if (IsKept(schema, last, out var type))
            {
                writer.WritePropertyName(last);
                Write(writer, field.Value, type);
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsKept(FieldSchema? schema, string name, out FieldSchema? type)
    {
        type = (schema as FieldSchema.Map)?.Values;
        return schema is not FieldSchema.Struct fields || fields.Fields.TryGetValue(name, out type);
    }

    private static void WriteArray(Utf8JsonWriter writer, JsonElement value, FieldSchema? items)
    {
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray())
        {
            Write(writer, item, items);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.TryGetInt64(out var whole) && value.GetRawText() == whole.ToString(CultureInfo.InvariantCulture))
        {
            writer.WriteNumberValue(whole);
            return;
        }

        // Only what is written as it was read is sure to come back.
        var number = value.GetDouble();
        if (!double.IsFinite(number) || number.ToString("R", CultureInfo.InvariantCulture) != value.GetRawText() || Math.Abs(number) is > 1e15 or < 1e-5)
        {
            throw new FormatException("The number changes.");
        }

        writer.WriteNumberValue(number);
    }
}
