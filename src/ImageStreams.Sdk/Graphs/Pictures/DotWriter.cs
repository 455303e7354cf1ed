namespace ImageStreams.Graphs;

/// <summary>Writes a picture in the language of Graphviz.</summary>
internal sealed class DotWriter(TextWriter text, GraphPictureOptions options)
{
    private const string Font = "fontname=\"Helvetica,Arial,sans-serif\"";

    public void Write(Picture picture)
    {
        Line("digraph images {");
        WriteDefaults();
        var number = 0;
        foreach (var cluster in picture.Clusters())
        {
            Write(picture, cluster, number++);
        }

        foreach (var edge in picture.Edges)
        {
            Line($"  n{edge.From} -> n{edge.To} [{string.Join(", ", GetAttributes(edge))}];");
        }

        Line("}");
    }

    private void WriteDefaults()
    {
        var title = options.Title.Length == 0 ? ""
            : $", label={DotText.Quote(PictureText.Visible(options.Title))}, labelloc=t, fontsize=16";
        var direction = options.Direction == GraphDirection.LeftToRight ? "LR" : "TB";
        Line($"  graph [rankdir={direction}, nodesep=0.15, ranksep=0.6, {Font}{title}];");
        Line($"  node [style=filled, {Font}, fontsize=11, fontcolor=\"#0f172a\"];");
        Line($"  edge [color=\"#334155\", {Font}, fontsize=9, fontcolor=\"#475569\"];");
    }

    /// <summary>The nodes of a namespace in a box; nodes outside of all namespaces have none.</summary>
    private void Write(Picture picture, IGrouping<string, int> cluster, int number)
    {
        var isBoxed = cluster.Key.Length > 0;
        if (isBoxed)
        {
            Line($"  subgraph cluster_{number} {{");
            Line($"    graph [label={DotText.Quote(PictureText.Visible(cluster.Key))}, labeljust=l, fontsize=12, "
                + "fontcolor=\"#475569\", color=\"#cbd5e1\", style=\"rounded,filled\", fillcolor=\"#f8fafc\"];");
        }

        foreach (var node in cluster)
        {
            Line($"{(isBoxed ? "    " : "  ")}n{node} [{string.Join(", ", GetAttributes(picture.Nodes[node]))}];");
        }

        if (isBoxed)
        {
            Line("  }");
        }
    }

    private IEnumerable<string> GetAttributes(PictureNode node)
    {
        var (shape, colours) = DotStyle.GetShape(node.Key.Shape);
        yield return $"label={DotText.Quote(node.Lines())}";
        yield return shape;
        yield return options.Impact is null ? colours : DotStyle.GetReachColors(node.Mark.Reach);
        if (node.Mark.IsInCycle)
        {
            yield return "penwidth=3, color=\"#dc2626\"";
        }
        else if (node.Mark.OutcomeText is not null)
        {
            yield return "fillcolor=\"#fee2e2\", color=\"#b91c1c\"";
        }
    }

    private IEnumerable<string> GetAttributes(PictureEdge edge)
    {
        yield return DotStyle.GetLine(edge.Firing);
        if (options.ShowEdgeLabels)
        {
            yield return $"label={DotText.Quote(edge.Label())}";
        }

        if (edge.IsInCycle)
        {
            yield return "penwidth=2.5, color=\"#dc2626\"";
        }
    }

    private void Line(string line)
    {
        text.Write(line);
        text.Write('\n');
    }
}
