using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Tool;

/// <summary>Writes the JSON of a command: an object with <c>schemaVersion</c> and <c>command</c> first.</summary>
internal static class JsonOutput
{
    /// <summary>The version of all shapes; it grows when a field is removed or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Control characters stay escaped; quotes and letters of other alphabets are readable.</summary>
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object for a command.</summary>
    public static void Write(ToolEnvironment environment, string command, Action<Utf8JsonWriter> writeMembers) =>
        environment.Out.Write(Format(command, writeMembers));

    /// <summary>Formats an object for a command, with a line end.</summary>
    public static string Format(string command, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", SchemaVersion);
            writer.WriteString("command", command);
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return $"{EscapeFormatting(Encoding.UTF8.GetString(buffer.WrittenSpan))}\n";
    }

    /// <summary>Escapes characters that reorder a line, which JSON permits and a terminal acts on; they stand in strings only, so
    /// the JSON stays the same.</summary>
    public static string EscapeFormatting(string json) => string.Join('\n', json.Split('\n').Select(SafeText.Escape));

    /// <summary>Writes an array of objects.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
