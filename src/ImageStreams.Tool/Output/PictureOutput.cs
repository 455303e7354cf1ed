using System.Text.Json;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Draws a part of the graph in each form.</summary>
internal static class PictureOutput
{
    /// <summary>Writes a picture in a form.</summary>
    public static void Write(ToolEnvironment environment, LoadedInput input, PictureSubject subject, string form)
    {
        var options = new GraphPictureOptions
        {
            Impact = subject.Impact,
            Cycles = input.Workspace.Cycles,
            ShowEdgeLabels = subject.Impact is null,
        };
        switch (form)
        {
            case OutputOption.Mermaid:
                subject.Slice.WriteMermaid(environment.Out, options);
                break;
            case OutputOption.Json:
                WriteJson(environment, input, subject);
                break;
            case OutputOption.Html:
                GraphPages.Write(environment.Out, input, subject);
                break;
            default:
                subject.Slice.WriteDot(environment.Out, options);
                break;
        }
    }

    private static void WriteJson(ToolEnvironment environment, LoadedInput input, PictureSubject subject) =>
        JsonOutput.Write(environment, subject.Command, writer =>
        {
            writer.WriteArray("nodes", subject.Slice.Nodes, WriteNode);
            writer.WriteArray("edges", subject.Slice.Edges, (item, edge) => item.WriteEdge(edge, input));
        });

    private static void WriteNode(Utf8JsonWriter writer, GraphNode node)
    {
        var (kind, ns, name) = GraphJsonExtensions.Describe(node);
        writer.WriteString("kind", kind);
        writer.WriteString("namespace", ns);
        writer.WriteString("name", name);
    }
}
