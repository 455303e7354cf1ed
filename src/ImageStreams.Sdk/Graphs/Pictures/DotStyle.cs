namespace ImageStreams.Graphs;

/// <summary>Attributes of nodes and edges in the language of Graphviz.</summary>
internal static class DotStyle
{
    /// <summary>Gets the shape of a kind of node.</summary>
    public static string GetShape(PictureShape shape) => shape switch
    {
        PictureShape.ExternalImage => "shape=cylinder",
        PictureShape.Repository or PictureShape.Registry => "shape=cylinder, penwidth=2",
        PictureShape.Stream => "shape=box, style=\"rounded,filled\", peripheries=2",
        PictureShape.StreamImage => "shape=note",
        PictureShape.Tag => "shape=box, style=\"rounded,filled\"",
        PictureShape.Builds => "shape=hexagon, margin=\"0.01,0.04\", peripheries=2",
        PictureShape.Build => "shape=hexagon, margin=\"0.01,0.04\"",
        PictureShape.Workloads => "shape=box, peripheries=2",
        PictureShape.Workload => "shape=box",
        PictureShape.Namespace => "shape=tab",
        _ => "shape=folder",
    };

    /// <summary>Formats the colors of a node; the text color only when it differs from that of all nodes.</summary>
    public static string Format(PictureStyle style) => style.Text == PicturePalette.Text
        ? $"fillcolor=\"{style.Fill}\", color=\"{style.Line}\""
        : $"fillcolor=\"{style.Fill}\", color=\"{style.Line}\", fontcolor=\"{style.Text}\"";

    /// <summary>Gets the line of an edge.</summary>
    public static string GetLine(EdgeFiring firing) => firing switch
    {
        EdgeFiring.Automatic => "style=solid",
        EdgeFiring.Paused => $"style=dashed, color=\"{PicturePalette.PausedEdge}\"",
        _ => $"style=dotted, color=\"{PicturePalette.ManualEdge}\"",
    };
}
