using System.Buffers;
using ImageStreams.Builds;
using ImageStreams.Serialization;

namespace ImageStreams.Graphs;

/// <summary>Writes a slice as JSON.</summary>
internal static class GraphJson
{
    public static void Write(IBufferWriter<byte> destination, GraphSlice slice, TagOutcomes? outcomes)
    {
        var nodes = new NumberedNodes(slice);
        var writer = new WireWriter(destination);
        writer.StartObject();
        writer.Name("\"nodes\":"u8);
        Write(ref writer, nodes.Nodes, outcomes);
        writer.Name("\"edges\":"u8);
        Write(ref writer, slice, nodes);
        writer.EndObject();
        writer.Flush();
    }

    private static void Write(ref WireWriter writer, IReadOnlyList<GraphNode> nodes, TagOutcomes? outcomes)
    {
        writer.StartArray();
        for (var id = 0; id < nodes.Count; id++)
        {
            writer.StartItem();
            Write(ref writer, id, nodes[id], outcomes);
        }

        writer.EndArray();
    }

    private static void Write(ref WireWriter writer, int id, GraphNode node, TagOutcomes? outcomes)
    {
        var (kind, ns, name) = node switch
        {
            GraphNode.Tag tag => (ReferenceKinds.ImageStreamTag, tag.Name.Namespace, tag.Name.LocalName),
            GraphNode.StreamImage image => (ReferenceKinds.ImageStreamImage, image.Name.Namespace, image.Name.LocalName),
            GraphNode.Build build => (BuildConfig.KindName, build.Namespace, build.Name),
            GraphNode.Workload workload => (workload.Kind, workload.Namespace, workload.Name),
            _ => (ReferenceKinds.DockerImage, null, ((GraphNode.ExternalImage)node).PullSpec),
        };
        writer.StartObject();
        writer.Name("\"id\":"u8);
        writer.Integer(id);
        Write(ref writer, kind, ns, name);
        if (node is GraphNode.Tag { Name: var tagName } && outcomes?.Find(tagName) is { } outcome)
        {
            writer.Name("\"outcome\":"u8);
            writer.Text(Enum.GetName(outcome.Kind)!);
        }

        writer.EndObject();
    }

    private static void Write(ref WireWriter writer, GraphSlice slice, NumberedNodes nodes)
    {
        writer.StartArray();
        foreach (var edge in slice.Edges)
        {
            writer.StartItem();
            Write(ref writer, edge, nodes);
        }

        writer.EndArray();
    }

    private static void Write(ref WireWriter writer, GraphEdge edge, NumberedNodes nodes)
    {
        writer.StartObject();
        writer.Name("\"from\":"u8);
        writer.Integer(nodes.GetNumber(edge.From));
        writer.Name("\"to\":"u8);
        writer.Integer(nodes.GetNumber(edge.To));
        writer.Name("\"kind\":"u8);
        writer.Text(Enum.GetName(edge.Kind)!);
        writer.Name("\"firing\":"u8);
        writer.Text(Enum.GetName(edge.Firing)!);
        writer.Name("\"field\":"u8);
        writer.StartObject();
        Write(ref writer, edge.Field.Kind, edge.Field.Namespace, edge.Field.Name);
        writer.Name("\"path\":"u8);
        writer.Text(edge.Field.Path);
        writer.EndObject();
        writer.EndObject();
    }

    private static void Write(ref WireWriter writer, string kind, string? ns, string name)
    {
        writer.Name("\"kind\":"u8);
        writer.Text(kind);
        if (ns is not null)
        {
            writer.Name("\"namespace\":"u8);
            writer.Text(ns);
        }

        writer.Name("\"name\":"u8);
        writer.Text(name);
    }
}
