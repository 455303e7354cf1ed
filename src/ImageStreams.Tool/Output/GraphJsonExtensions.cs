using System.Text.Json;
using ImageStreams.Graphs;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Writes places, fields and nodes as JSON; what is not known is null.</summary>
internal static class GraphJsonExtensions
{
    /// <summary>Writes a place.</summary>
    public static void WritePlace(this Utf8JsonWriter writer, string name, TextPlace? place)
    {
        if (place is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("file", place.File);
        writer.WriteNumber("line", place.Line);
        writer.WriteNumber("column", place.Column);
        writer.WriteNumber("document", place.Document);
        writer.WriteEndObject();
    }

    /// <summary>Writes a field of an object.</summary>
    public static void WriteField(this Utf8JsonWriter writer, string name, GraphField? field)
    {
        if (field is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("kind", field.Kind);
        writer.WriteString("namespace", field.Namespace);
        writer.WriteString("name", field.Name);
        writer.WriteString("path", field.Path);
        writer.WriteEndObject();
    }

    /// <summary>Writes a node of the graph.</summary>
    public static void WriteNode(this Utf8JsonWriter writer, string name, GraphNode node)
    {
        var (kind, ns, text) = Describe(node);
        writer.WriteStartObject(name);
        writer.WriteString("kind", kind);
        writer.WriteString("namespace", ns);
        writer.WriteString("name", text);
        writer.WriteEndObject();
    }

    /// <summary>Gets the kind, the namespace and the name of a node, as the graph's JSON has them.</summary>
    public static (string Kind, string? Namespace, string Name) Describe(GraphNode node) => node switch
    {
        GraphNode.Tag tag => ("ImageStreamTag", tag.Name.Namespace, $"{tag.Name.Stream}:{tag.Name.Tag}"),
        GraphNode.StreamImage image => ("ImageStreamImage", image.Name.Namespace, $"{image.Name.Stream}@{image.Name.Id}"),
        GraphNode.ExternalImage image => ("DockerImage", null, image.PullSpec),
        GraphNode.Build build => ("BuildConfig", build.Namespace, build.Name),
        GraphNode.Workload workload => (workload.Kind, workload.Namespace, workload.Name),
        _ => throw new NotSupportedException($"{node.GetType().Name} is no node of a graph."),
    };
}
