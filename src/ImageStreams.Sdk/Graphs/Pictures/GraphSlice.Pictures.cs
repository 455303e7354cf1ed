using System.Buffers;
using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Graphs;

/// <content>Pictures and JSON. The same slice gives the same text, in linear time.</content>
public sealed partial record GraphSlice
{
    /// <summary>Creates the part with some of the nodes, and the edges between them.</summary>
    /// <param name="predicate">The function that selects the nodes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public GraphSlice Where(Func<GraphNode, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);

        var nodes = Nodes.Where(predicate).ToHashSet();
        return new GraphSlice
        {
            Nodes = Collections.ValueList.ToValueList(Nodes.Where(nodes.Contains)),
            Edges = Collections.ValueList.ToValueList(
                Edges.Where(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To))),
        };
    }

    /// <summary>Returns the picture as a text for Graphviz; see <see cref="WriteDot"/>.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    public string ToDot(GraphPictureOptions? options = null) => WriteToString(text => WriteDot(text, options));

    /// <summary>Writes the picture as a text for Graphviz, which <c>dot -Tsvg</c> draws.</summary>
    /// <remarks>
    /// Each namespace is a cluster; each kind of node has a shape and a color. Solid edges are automatic, dashed ones
    /// paused, dotted ones manual. The text is well-formed for all names: they are cut at
    /// <see cref="References.ImageReference.MaxNameLength"/> characters, and invisible characters are shown as escapes.
    /// </remarks>
    /// <param name="destination">The writer to write to.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    public void WriteDot(TextWriter destination, GraphPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);

        options ??= GraphPictureOptions.Default;
        new DotWriter(destination, options).Write(PictureFolding.Fold(this, options));
    }

    /// <summary>Returns the picture as a Mermaid flowchart; see <see cref="WriteMermaid"/>.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    public string ToMermaid(GraphPictureOptions? options = null) => WriteToString(text => WriteMermaid(text, options));

    /// <summary>Writes the picture as a Mermaid flowchart, which Markdown pages on GitHub and GitLab show.</summary>
    /// <remarks>
    /// Drawn as for Graphviz. Names cannot break out of their labels: characters that are not usual in names are written as
    /// entity codes.
    /// </remarks>
    /// <param name="destination">The writer to write to.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    public void WriteMermaid(TextWriter destination, GraphPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);

        options ??= GraphPictureOptions.Default;
        new MermaidWriter(destination, options).Write(PictureFolding.Fold(this, options));
    }

    /// <summary>Returns all nodes and edges as JSON; see <see cref="WriteJson"/>.</summary>
    /// <param name="outcomes">The outcomes to write with the tags, or null for none.</param>
    public string ToJson(TagOutcomes? outcomes = null)
    {
        using var buffer = new BorrowedBuffer();
        WriteJson(buffer, outcomes);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes all nodes and edges as UTF-8 JSON.</summary>
    /// <remarks>
    /// <c>{"nodes":[{"id":0,"kind":"ImageStreamTag","namespace":"shop","name":"web:1"}],"edges":[{"from":0,"to":0,"kind":
    /// "Follows","firing":"Automatic","field":{"kind":"ImageStream","namespace":"shop","name":"web","path":"..."}}]}</c>. The
    /// kinds of nodes are <c>ImageStreamTag</c>, <c>ImageStreamImage</c>, <c>DockerImage</c>, which has no namespace,
    /// <c>BuildConfig</c>, and those of workloads; an id is the position of the node. Nodes and edges are in the order of
    /// the slice, and a node that only an edge names comes last. With outcomes, each tag that they have has its
    /// <see cref="TagOutcomeKind"/> as <c>outcome</c>.
    /// </remarks>
    /// <param name="destination">The buffer to write to.</param>
    /// <param name="outcomes">The outcomes to write with the tags, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    public void WriteJson(IBufferWriter<byte> destination, TagOutcomes? outcomes = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        GraphJson.Write(destination, this, outcomes);
    }

    private static string WriteToString(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}
