namespace ImageStreams.Manifests;

/// <summary>Finds the habits of JSON and of YAML in flow style: those of a collection, or of the nearest one around it that has
/// entries.</summary>
internal sealed class FlowLayouts(TextTree tree, EditText text, BlockLayout block)
{
    private const string DefaultUnit = "  ";

    /// <summary>Finds the habits that a new value in a collection, or in place of it, follows.</summary>
    public FlowLayout Find(int node)
    {
        var example = FindExample(node);
        var afterColon = FindAfterColon(example);
        return new FlowLayout
        {
            IsJson = IsJson(node),
            IsMultiLine = example >= 0 && IsMultiLine(example),
            Unit = FindUnit(example),
            NewLine = block.NewLine,
            AfterColon = afterColon,
            AfterComma = FindAfterComma(example) ?? afterColon,
            Quotes = block.Quotes,
        };
    }

    /// <summary>Finds the collection, or the nearest one around it, that has entries; -1 when there is none.</summary>
    private int FindExample(int node)
    {
        while (node >= 0 && tree.Nodes[node].Style == TextNodeStyle.Flow && tree.Nodes[node].Next == node + 1)
        {
            node = tree.Nodes[node].Parent;
        }

        return node >= 0 && tree.Nodes[node].Style == TextNodeStyle.Flow ? node : -1;
    }

    private bool IsMultiLine(int node) => text.HasLineEnd(tree.Nodes[node].Start, FindFirstStart(node));

    private int FindFirstStart(int node) =>
        tree.Nodes[node + 1].KeyStart >= 0 ? tree.Nodes[node + 1].KeyStart : tree.Nodes[node + 1].Start;

    /// <summary>Finds the indentation of the nearest collection around that has a line for each entry.</summary>
    private string FindUnit(int node)
    {
        for (var at = node; at >= 0 && tree.Nodes[at].Style == TextNodeStyle.Flow; at = tree.Nodes[at].Parent)
        {
            if (IsMultiLine(at))
            {
                var outer = text.GetIndent(tree.Nodes[at].Start);
                var inner = text.GetIndent(FindFirstStart(at));
                return inner.Length > outer.Length ? inner[outer.Length..] : DefaultUnit;
            }
        }

        return DefaultUnit;
    }

    private bool IsJson(int node)
    {
        if (tree.Nodes[0].Style == TextNodeStyle.Flow)
        {
            return true;
        }

        var example = FindExample(node);
        return example >= 0 && text.Text[FindFirstStart(example)] == '"';
    }

    /// <summary>Finds the blanks after the colon of the first entry around with a key.</summary>
    private string FindAfterColon(int node)
    {
        for (var at = node; at >= 0 && tree.Nodes[at].Style == TextNodeStyle.Flow; at = tree.Nodes[at].Parent)
        {
            if (tree.Nodes[at].Kind == TextNodeKind.Mapping && tree.Nodes[at + 1].KeyStart >= 0)
            {
                var entry = tree.Nodes[at + 1];
                return entry.Start > entry.KeyEnd && text.Text[entry.Start - 1] == ':' ? "" : " ";
            }
        }

        return " ";
    }

    /// <summary>Finds the blanks between the first two entries; null when there are not two on a line.</summary>
    private string? FindAfterComma(int node)
    {
        if (node < 0 || tree.Nodes[node + 1].Next >= tree.Nodes[node].Next)
        {
            return null;
        }

        var next = tree.Nodes[tree.Nodes[node + 1].Next];
        var start = next.KeyStart >= 0 ? next.KeyStart : next.Start;
        var isOnLine = !text.HasLineEnd(tree.Nodes[node + 1].End, start);
        return (isOnLine, text.Text[start - 1]) switch
        {
            (false, _) => null,
            (true, ',') => "",
            _ => " ",
        };
    }
}
