namespace ImageStreams.Graphs;

/// <summary>Writes a picture in the language of Graphviz.</summary>
internal sealed class DotWriter(TextWriter text, GraphPictureOptions options)
{
    private const string Font = "fontname=\"Helvetica,Arial,sans-serif\"";

    public void Write(Picture picture)
    {
        WriteLine("digraph images {");
        WriteDefaults();
        var number = 0;
        foreach (var cluster in picture.GetClusters())
        {
            WriteCluster(picture, cluster, number++);
        }

        foreach (var edge in picture.Edges)
        {
            WriteLine($"  n{edge.From} -> n{edge.To} [{string.Join(", ", GetAttributes(edge))}];");
        }

        WriteLine("}");
    }

    private void WriteDefaults()
    {
        var title = options.Title.Length == 0
            ? ""
            : $", label={DotText.Quote(PictureText.MakeVisible(options.Title))}, labelloc=t, fontsize=16";
        var direction = options.Direction == GraphDirection.LeftToRight ? "LR" : "TB";
        WriteLine($"  graph [rankdir={direction}, nodesep=0.15, ranksep=0.6, {Font}{title}];");
        WriteLine($"  node [style=filled, {Font}, fontsize=11, fontcolor=\"{PicturePalette.Text}\"];");
        WriteLine($"  edge [color=\"{PicturePalette.Edge}\", {Font}, fontsize=9, fontcolor=\"{PicturePalette.SubtleText}\"];");
    }

    /// <summary>Writes the nodes of a namespace in a box, and those without a namespace in none.</summary>
    private void WriteCluster(Picture picture, IGrouping<string, int> cluster, int number)
    {
        var isBoxed = cluster.Key.Length > 0;
        if (isBoxed)
        {
            WriteLine($"  subgraph cluster_{number} {{");
            WriteLine($"    graph [label={DotText.Quote(PictureText.MakeVisible(cluster.Key))}, labeljust=l, fontsize=12, "
                + $"fontcolor=\"{PicturePalette.SubtleText}\", color=\"{PicturePalette.NamespaceLine}\", "
                + $"style=\"rounded,filled\", fillcolor=\"{PicturePalette.NamespaceFill}\"];");
        }

        foreach (var node in cluster)
        {
            WriteLine($"{(isBoxed ? "    " : "  ")}n{node} [{string.Join(", ", GetAttributes(picture.Nodes[node]))}];");
        }

        if (isBoxed)
        {
            WriteLine("  }");
        }
    }

    private IEnumerable<string> GetAttributes(PictureNode node)
    {
        var style = options.Impact is null
            ? PicturePalette.GetKind(node.Key.Shape)
            : PicturePalette.GetReach(node.Mark.Reach);
        yield return $"label={DotText.Quote(node.GetLines())}";
        yield return DotStyle.GetShape(node.Key.Shape);
        yield return DotStyle.Format(style);
        if (node.Mark.IsInCycle)
        {
            yield return $"penwidth=3, color=\"{PicturePalette.Cycle}\"";
        }
        else if (node.Mark.OutcomeStyle is { } outcome)
        {
            yield return DotStyle.Format(outcome);
        }
    }

    private IEnumerable<string> GetAttributes(PictureEdge edge)
    {
        yield return DotStyle.GetLine(edge.Firing);
        if (options.ShowEdgeLabels)
        {
            yield return $"label={DotText.Quote(edge.GetLabel())}";
        }

        if (edge.IsInCycle)
        {
            yield return $"penwidth=2.5, color=\"{PicturePalette.Cycle}\"";
        }
    }

    private void WriteLine(string line)
    {
        text.Write(line);
        text.Write('\n');
    }
}
