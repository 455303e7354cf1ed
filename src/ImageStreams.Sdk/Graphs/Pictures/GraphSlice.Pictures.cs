using System.Buffers;
using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Graphs;

/// <content>Pictures and JSON: the same text for the same slice, in time linear in it.</content>
public sealed partial record GraphSlice
{
    /// <summary>The part with some of the nodes, and the edges between those.</summary>
    /// <param name="isWanted">Which nodes stay.</param>
    public GraphSlice Where(Func<GraphNode, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);

        var nodes = Nodes.Where(isWanted).ToHashSet();
        return new GraphSlice
        {
            Nodes = Collections.ValueList.ToValueList(Nodes.Where(nodes.Contains)),
            Edges = Collections.ValueList.ToValueList(
                Edges.Where(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To))),
        };
    }

    /// <summary>The picture as a text for Graphviz.</summary>
    /// <inheritdoc cref="WriteDot"/>
    public string ToDot(GraphPictureOptions? options = null) => WriteToString(text => WriteDot(text, options));

    /// <summary>Writes the picture for Graphviz: <c>dot -Tsvg</c> draws it.</summary>
    /// <remarks>
    /// A cluster for each namespace; a shape and a colour for each kind of node; solid edges fire by themselves, dashed ones
    /// are paused, dotted ones wait for somebody. Whatever things are called, the text is well-formed: names are cut at
    /// <see cref="References.ImageReference.MaxNameLength"/> characters, and what cannot be seen is shown as an escape.
    /// </remarks>
    /// <param name="destination">Where to write.</param>
    /// <param name="options">How to draw; <see cref="GraphPictureOptions.Default"/> when null.</param>
    public void WriteDot(TextWriter destination, GraphPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);

        options ??= GraphPictureOptions.Default;
        new DotWriter(destination, options).Write(PictureFolding.Fold(this, options));
    }

    /// <summary>The picture as a Mermaid flowchart, as Markdown pages of GitHub and GitLab show it.</summary>
    /// <inheritdoc cref="WriteMermaid"/>
    public string ToMermaid(GraphPictureOptions? options = null) => WriteToString(text => WriteMermaid(text, options));

    /// <summary>Writes the picture as a Mermaid flowchart.</summary>
    /// <remarks>
    /// Drawn as for Graphviz. Names cannot break out of their labels: all but letters, digits and the marks of ordinary names
    /// is written as entity codes.
    /// </remarks>
    /// <param name="destination">Where to write.</param>
    /// <param name="options">How to draw; <see cref="GraphPictureOptions.Default"/> when null.</param>
    public void WriteMermaid(TextWriter destination, GraphPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);

        options ??= GraphPictureOptions.Default;
        new MermaidWriter(destination, options).Write(PictureFolding.Fold(this, options));
    }

    /// <summary>All nodes and edges as JSON.</summary>
    /// <inheritdoc cref="WriteJson"/>
    public string ToJson()
    {
        using var buffer = new BorrowedBuffer();
        WriteJson(buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes all nodes and edges as UTF-8 JSON, for other programs.</summary>
    /// <remarks>
    /// <c>{"nodes":[{"id":0,"kind":"ImageStreamTag","namespace":"shop","name":"web:1"}],"edges":[{"from":0,"to":0,"kind":
    /// "Follows","firing":"Automatic","field":{"kind":"ImageStream","namespace":"shop","name":"web","path":"..."}}]}</c>. The
    /// kinds of nodes are <c>ImageStreamTag</c>, <c>ImageStreamImage</c>, <c>DockerImage</c>, which has no namespace,
    /// <c>BuildConfig</c>, and those of workloads; an id is the position of the node. Nodes and edges stand in the order of
    /// the slice, and a node that only an edge names comes last.
    /// </remarks>
    /// <param name="destination">Where to write.</param>
    public void WriteJson(IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        GraphJson.Write(destination, this);
    }

    private static string WriteToString(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}
