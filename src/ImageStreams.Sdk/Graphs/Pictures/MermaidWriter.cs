namespace ImageStreams.Graphs;

/// <summary>Writes a picture as a Mermaid flowchart.</summary>
internal sealed class MermaidWriter(TextWriter text, GraphPictureOptions options)
{
    private const string CycleStyle = $"stroke:{PicturePalette.Cycle},stroke-width:3px";
    private const string CycleClass = "cycle";

    public void Write(Picture picture)
    {
        WriteHead();
        var number = 0;
        foreach (var cluster in picture.GetClusters())
        {
            WriteCluster(picture, cluster, number++);
        }

        foreach (var edge in picture.Edges)
        {
            var label = options.ShowEdgeLabels ? $"|{MermaidText.Quote(edge.GetLabel())}|" : "";
            WriteLine($"  n{edge.From} {(edge.Firing == EdgeFiring.Automatic ? "-->" : "-.->")}{label} n{edge.To}");
        }

        WriteLinkStyles(picture);
        WriteClasses(picture);
    }

    private void WriteHead()
    {
        if (options.Title.Length > 0)
        {
            WriteLine("---");
            WriteLine($"title: {MermaidText.QuoteYaml(PictureText.MakeVisible(options.Title))}");
            WriteLine("---");
        }

        WriteLine(options.Direction == GraphDirection.LeftToRight ? "flowchart LR" : "flowchart TB");
    }

    /// <summary>Writes the nodes of a namespace in a box, and those without a namespace in none.</summary>
    private void WriteCluster(Picture picture, IGrouping<string, int> cluster, int number)
    {
        var isBoxed = cluster.Key.Length > 0;
        if (isBoxed)
        {
            WriteLine($"  subgraph s{number}[{MermaidText.Quote(PictureText.MakeVisible(cluster.Key))}]");
        }

        foreach (var node in cluster)
        {
            var (open, close) = GetBrackets(picture.Nodes[node].Key.Shape);
            var label = MermaidText.Quote(picture.Nodes[node].GetLines());
            WriteLine($"{(isBoxed ? "    " : "  ")}n{node}{open}{label}{close}");
        }

        if (isBoxed)
        {
            WriteLine("  end");
        }
    }

    private void WriteLinkStyles(Picture picture)
    {
        WriteLinkStyle(picture, edge => edge.Firing == EdgeFiring.Paused, "stroke-dasharray:8 4");
        WriteLinkStyle(picture, edge => edge.Firing == EdgeFiring.Manual, "stroke-dasharray:2 3");
        WriteLinkStyle(picture, edge => edge.IsInCycle, CycleStyle);
    }

    private void WriteLinkStyle(Picture picture, Func<PictureEdge, bool> isStyled, string style)
    {
        var links = Enumerable.Range(0, picture.Edges.Count).Where(number => isStyled(picture.Edges[number])).ToList();
        if (links.Count > 0)
        {
            WriteLine($"  linkStyle {string.Join(',', links)} {style}");
        }
    }

    private void WriteClasses(Picture picture)
    {
        var members = Enumerable.Range(0, picture.Nodes.Count)
            .SelectMany(number => GetClasses(picture.Nodes[number]).Select(name => (name, number)))
            .ToLookup(pair => pair.name, pair => $"n{pair.number}");
        var styles = PicturePalette.Styles.Select(style => (style.Name, Style: Format(style)))
            .Append((Name: CycleClass, Style: CycleStyle));
        foreach (var (name, style) in styles.Where(one => members.Contains(one.Name)))
        {
            WriteLine($"  classDef {name} {style}");
            WriteLine($"  class {string.Join(',', members[name])} {name}");
        }
    }

    private IEnumerable<string> GetClasses(PictureNode node)
    {
        var style = options.Impact is null
            ? PicturePalette.GetKind(node.Key.Shape)
            : PicturePalette.GetReach(node.Mark.Reach);
        yield return style.Name;
        if (node.Mark.OutcomeStyle is { } outcome)
        {
            yield return outcome.Name;
        }

        if (node.Mark.IsInCycle)
        {
            yield return CycleClass;
        }
    }

    private static string Format(PictureStyle style) => $"fill:{style.Fill},stroke:{style.Line},color:{style.Text}";

    /// <summary>Gets the brackets around a label, which are the shape of the node.</summary>
    private static (string Open, string Close) GetBrackets(PictureShape shape) => shape switch
    {
        PictureShape.ExternalImage or PictureShape.Repository or PictureShape.Registry => ("[(", ")]"),
        PictureShape.Tag => ("(", ")"),
        PictureShape.Stream => ("([", "])"),
        PictureShape.StreamImage => ("[/", "/]"),
        PictureShape.Builds or PictureShape.Build => ("{{", "}}"),
        PictureShape.Namespace or PictureShape.Rest => ("[[", "]]"),
        _ => ("[", "]"),
    };

    private void WriteLine(string line)
    {
        text.Write(line);
        text.Write('\n');
    }
}
