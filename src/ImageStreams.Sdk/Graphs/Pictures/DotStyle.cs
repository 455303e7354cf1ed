namespace ImageStreams.Graphs;

/// <summary>What kinds of nodes and edges look like in Graphviz.</summary>
internal static class DotStyle
{
    private const string Faded = "fillcolor=\"#ffffff\", color=\"#cbd5e1\", fontcolor=\"#64748b\"";

    /// <summary>The shape of a node, and the colours that tell its kind.</summary>
    public static (string Shape, string Colours) GetShape(PictureShape shape) => shape switch
    {
        PictureShape.ExternalImage => ("shape=cylinder", FormatColors("#f1f5f9", "#475569")),
        PictureShape.Repository or PictureShape.Registry => ("shape=cylinder, penwidth=2", FormatColors("#f1f5f9", "#475569")),
        PictureShape.Stream => ("shape=box, style=\"rounded,filled\", peripheries=2", FormatColors("#dbeafe", "#1d4ed8")),
        PictureShape.StreamImage => ("shape=note", FormatColors("#e0e7ff", "#4338ca")),
        PictureShape.Tag => ("shape=box, style=\"rounded,filled\"", FormatColors("#dbeafe", "#1d4ed8")),
        PictureShape.Builds => ("shape=hexagon, margin=\"0.01,0.04\", peripheries=2", FormatColors("#fef3c7", "#b45309")),
        PictureShape.Build => ("shape=hexagon, margin=\"0.01,0.04\"", FormatColors("#fef3c7", "#b45309")),
        PictureShape.Workloads => ("shape=box, peripheries=2", FormatColors("#dcfce7", "#15803d")),
        PictureShape.Workload => ("shape=box", FormatColors("#dcfce7", "#15803d")),
        PictureShape.Namespace => ("shape=tab", FormatColors("#dbeafe", "#1d4ed8")),
        _ => ("shape=folder", FormatColors("#f1f5f9", "#475569")),
    };

    /// <summary>The colours of a node where a change is shown: the later, the paler.</summary>
    public static string GetReachColors(int reach) => reach switch
    {
        PictureMark.Moved => "fillcolor=\"#b91c1c\", color=\"#7f1d1d\", fontcolor=\"#ffffff\"",
        0 => FormatColors("#f87171", "#b91c1c"),
        1 => FormatColors("#fb923c", "#c2410c"),
        2 => FormatColors("#fbbf24", "#b45309"),
        3 => FormatColors("#fde68a", "#b45309"),
        PictureMark.CutOff => FormatColors("#e2e8f0", "#475569"),
        PictureMark.Manual => FormatColors("#f8fafc", "#475569"),
        PictureMark.NotReached => Faded,
        _ => FormatColors("#fef9c3", "#b45309"),
    };

    /// <summary>The line of an edge.</summary>
    public static string GetLine(EdgeFiring firing) => firing switch
    {
        EdgeFiring.Automatic => "style=solid",
        EdgeFiring.Paused => "style=dashed, color=\"#b45309\"",
        _ => "style=dotted, color=\"#64748b\"",
    };

    private static string FormatColors(string fill, string line) => $"fillcolor=\"{fill}\", color=\"{line}\"";
}
