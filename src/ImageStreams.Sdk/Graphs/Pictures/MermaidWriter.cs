namespace ImageStreams.Graphs;

/// <summary>Writes a picture as a Mermaid flowchart.</summary>
internal sealed class MermaidWriter(TextWriter text, GraphPictureOptions options)
{
    public void Write(Picture picture)
    {
        WriteHead();
        var number = 0;
        foreach (var cluster in picture.Clusters())
        {
            Write(picture, cluster, number++);
        }

        foreach (var edge in picture.Edges)
        {
            var label = options.ShowEdgeLabels ? $"|{MermaidText.Quote(edge.Label())}|" : "";
            Line($"  n{edge.From} {(edge.Firing == EdgeFiring.Automatic ? "-->" : "-.->")}{label} n{edge.To}");
        }

        WriteLinkStyles(picture);
        WriteClasses(picture);
    }

    private void WriteHead()
    {
        if (options.Title.Length > 0)
        {
            Line("---");
            Line($"title: {MermaidText.QuoteYaml(PictureText.Visible(options.Title))}");
            Line("---");
        }

        Line(options.Direction == GraphDirection.LeftToRight ? "flowchart LR" : "flowchart TB");
    }

    /// <summary>The nodes of a namespace in a box; nodes outside of all namespaces have none.</summary>
    private void Write(Picture picture, IGrouping<string, int> cluster, int number)
    {
        var isBoxed = cluster.Key.Length > 0;
        if (isBoxed)
        {
            Line($"  subgraph s{number}[{MermaidText.Quote(PictureText.Visible(cluster.Key))}]");
        }

        foreach (var node in cluster)
        {
            var (open, close) = MermaidStyle.GetBrackets(picture.Nodes[node].Key.Shape);
            var label = MermaidText.Quote(picture.Nodes[node].Lines());
            Line($"{(isBoxed ? "    " : "  ")}n{node}{open}{label}{close}");
        }

        if (isBoxed)
        {
            Line("  end");
        }
    }

    private void WriteLinkStyles(Picture picture)
    {
        WriteLinkStyle(picture, edge => edge.Firing == EdgeFiring.Paused, "stroke-dasharray:8 4");
        WriteLinkStyle(picture, edge => edge.Firing == EdgeFiring.Manual, "stroke-dasharray:2 3");
        WriteLinkStyle(picture, edge => edge.IsInCycle, "stroke:#dc2626,stroke-width:3px");
    }

    private void WriteLinkStyle(Picture picture, Func<PictureEdge, bool> isMeant, string style)
    {
        var links = Enumerable.Range(0, picture.Edges.Count).Where(number => isMeant(picture.Edges[number])).ToList();
        if (links.Count > 0)
        {
            Line($"  linkStyle {string.Join(',', links)} {style}");
        }
    }

    private void WriteClasses(Picture picture)
    {
        var members = Enumerable.Range(0, picture.Nodes.Count)
            .SelectMany(number => GetClasses(picture.Nodes[number]).Select(name => (name, number)))
            .ToLookup(pair => pair.name, pair => $"n{pair.number}");
        foreach (var (name, style) in MermaidStyle.Classes.Where(one => members.Contains(one.Class)))
        {
            Line($"  classDef {name} {style}");
            Line($"  class {string.Join(',', members[name])} {name}");
        }
    }

    private IEnumerable<string> GetClasses(PictureNode node)
    {
        yield return options.Impact is null ? MermaidStyle.GetClass(node.Key.Shape) : MermaidStyle.GetReachClass(node.Mark.Reach);
        if (node.Mark.OutcomeText is not null)
        {
            yield return "fault";
        }

        if (node.Mark.IsInCycle)
        {
            yield return "cycle";
        }
    }

    private void Line(string line)
    {
        text.Write(line);
        text.Write('\n');
    }
}
