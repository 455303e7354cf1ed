namespace ImageStreams.Manifests;

/// <summary>Adds and removes entries of a collection in flow style, JSON included, of which at least one stays.</summary>
internal sealed class FlowEditing(EditContext context, ContainerEdit container)
{
    private readonly int[] _starts = ChildStarts.Find(context, container);
    private readonly FlowLayout _layout = context.Flows.Find(container.Node);

    public void Apply()
    {
        foreach (var (first, last) in container.ListRemovedRuns())
        {
            Remove(first, last);
        }

        foreach (var group in container.Additions.GroupBy(addition => container.FindLastKept(addition.Before)))
        {
            Add(group.Key, group);
        }
    }

    /// <summary>Removes entries with the commas after them; the last ones with the comma before them.</summary>
    private void Remove(int first, int last)
    {
        var isTail = last == _starts.Length - 1;
        var start = isTail ? GetEnd(first - 1) : _starts[first];
        context.Patches.Add(start, isTail ? GetEnd(last) : _starts[last + 1], "", container.Depth);
    }

    private void Add(int after, IEnumerable<ContainerAddition> additions)
    {
        var example = Math.Max(after, 0);
        var indent = context.Text.GetIndent(_starts[example]);
        var separator = _layout.IsMultiLine ? "," + _layout.NewLine + indent : "," + _layout.AfterComma;
        var texts = additions.Select(addition => Write(addition, indent)).ToList();
        if (after >= 0)
        {
            context.Patches.Add(GetEnd(after), GetEnd(after), separator + string.Join(separator, texts), container.Depth);
            return;
        }

        var start = _starts[FindFirstKept()];
        context.Patches.Add(start, start, string.Join(separator, texts) + separator, container.Depth);
    }

    private string Write(ContainerAddition addition, string indent)
    {
        var writer = new FlowWriter(_layout);
        return addition.Key is { } key ? writer.WriteEntry(key, addition.Value, indent) : writer.Write(addition.Value, indent);
    }

    private int FindFirstKept()
    {
        var index = 0;
        while (container.IsRemoved(index))
        {
            index++;
        }

        return index;
    }

    private int GetEnd(int index) => context.Tree.Nodes[container.Children[index]].End;
}
