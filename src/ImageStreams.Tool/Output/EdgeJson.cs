using System.Text.Json;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Writes edges of the graph as JSON.</summary>
internal static class EdgeJson
{
    /// <summary>Writes the members of an edge with its place.</summary>
    public static void WriteEdge(this Utf8JsonWriter writer, GraphEdge edge, LoadedInput input)
    {
        writer.WriteNode("from", edge.From);
        writer.WriteNode("to", edge.To);
        writer.WriteString("kind", ToolText.ToCamelCase(edge.Kind.ToString()));
        writer.WriteString("firing", ToolText.ToCamelCase(edge.Firing.ToString()));
        writer.WriteField("field", edge.Field);
        writer.WritePlace("place", input.FindPlace(edge.Field));
    }
}
