using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Tool;

/// <summary>Writes the content of the page as JSON that is inert inside of HTML.</summary>
/// <remarks>
/// The encoder escapes all but plain ASCII, and of that also the characters that mean something to HTML, so that no name can
/// end the element or begin another one.
/// </remarks>
internal static class GraphPageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Writes the content.</summary>
    public static void Write(TextWriter destination, GraphPageModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteModel(writer, model);
        }

        destination.Write(Encoding.ASCII.GetString(buffer.WrittenSpan));
    }

    private static void WriteModel(Utf8JsonWriter writer, GraphPageModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("title", Repair(model.Title));
        WriteList(writer, "nodes", model.Nodes, WriteNode);
        WriteList(writer, "edges", model.Edges, WriteEdge);
        WriteList(writer, "cycles", model.Cycles, WriteCycle);
        WriteList(writer, "moved", model.Moved, static (writer, node) => writer.WriteNumberValue(node));
        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, GraphPageNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("shape", node.Shape);
        writer.WriteString("kind", Repair(node.Kind));
        WriteOptional(writer, "ns", node.Namespace);
        WriteOptional(writer, "stream", node.Stream);
        writer.WriteString("name", Repair(node.Name));
        writer.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter writer, GraphPageEdge edge)
    {
        writer.WriteStartObject();
        writer.WriteNumber("from", edge.From);
        writer.WriteNumber("to", edge.To);
        writer.WriteString("kind", edge.Kind);
        writer.WriteString("firing", edge.Firing);
        writer.WriteString("field", Repair(edge.Field));
        WriteOptional(writer, "place", edge.Place);
        writer.WriteEndObject();
    }

    private static void WriteCycle(Utf8JsonWriter writer, GraphPageCycle cycle)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", cycle.Kind);
        writer.WriteBoolean("endless", cycle.IsEndless);
        WriteList(writer, "edges", cycle.Edges, static (writer, edge) => writer.WriteNumberValue(edge));
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, Repair(value));
        }
    }

    private static void WriteList<T>(
        Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Makes control characters visible, and replaces unpaired surrogates, which JSON cannot represent.</summary>
    private static string Repair(string text) =>
        SafeText.Escape(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
