using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Testing.Synthesis;

/// <summary>Writes JSON whose bytes depend only on the input.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes a descriptor as a member, or as an element when the name is empty.</summary>
    public static void WriteDescriptor(
        this Utf8JsonWriter json,
        string name,
        string mediaType,
        Digest digest,
        long size,
        Action<Utf8JsonWriter>? more = null)
    {
        if (name.Length > 0)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString("mediaType", mediaType);
        json.WriteNumber("size", size);
        json.WriteString("digest", digest.ToString());
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>Writes an object of texts; omits an empty one.</summary>
    public static void WriteTexts(
        this Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in texts)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes an array of texts; omits an empty one.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, ImmutableList<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        texts.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
