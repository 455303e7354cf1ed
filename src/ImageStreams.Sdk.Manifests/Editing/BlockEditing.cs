using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Adds and removes entries of a collection in block style, of which at least one stays.</summary>
internal sealed class BlockEditing
{
    private readonly EditContext _context;
    private readonly ContainerEdit _container;
    private readonly BlockLines _lines;
    private readonly int _column;

    public BlockEditing(EditContext context, ContainerEdit container)
    {
        _context = context;
        _container = container;
        _lines = new BlockLines(context, container);
        _column = context.Text.GetColumn(_lines.GetStart(0));
    }

    public void Apply()
    {
        foreach (var (first, last) in _container.ListRemovedRuns())
        {
            var range = _lines.FindRemoval(first, last);
            _context.Patches.Add(range.Start, range.End, "", _container.Depth);
        }

        foreach (var group in _container.Additions.GroupBy(addition => _container.FindLastKept(addition.Before)))
        {
            if (group.Key >= 0)
            {
                AddAfter(group.Key, group);
            }
            else
            {
                AddFirst(group);
            }
        }
    }

    private void AddAfter(int index, IEnumerable<ContainerAddition> additions)
    {
        var end = _lines.FindEnd(index);
        var text = new StringBuilder();
        foreach (var addition in additions)
        {
            text.Append(_context.Block.NewLine).Append(' ', _column).Append(Write(addition, end));
        }

        KeepText(index, end);
        _context.Patches.Add(end, end, text.ToString(), _container.Depth);
    }

    /// <summary>Lets the block text at the end of the whole text, which has no line end, stay without one.</summary>
    private void KeepText(int index, int end)
    {
        var leaf = _context.Tree.Nodes[_container.Children[index]].Next - 1;
        var node = _context.Tree.Nodes[leaf];
        if (end == _context.Text.Text.Length && BlockHeader.IsBlockText(node) && !_context.Tree.GetText(leaf).EndsWith('\n'))
        {
            var header = BlockHeader.Find(_context.Text.Text, node);
            _context.KeptText = new TextPatch(node.Start, header.End, header.Stripped, _container.Depth + 1);
        }
    }

    private void AddFirst(IEnumerable<ContainerAddition> additions)
    {
        var isInline = !_lines.IsOnOwnLine(0);
        var at = isInline ? _lines.FindInlineStart() : _lines.FindFirstKeptStart();
        var indent = new string(' ', _column);
        var text = new StringBuilder();
        foreach (var addition in additions)
        {
            text.Append(isInline ? "" : indent).Append(Write(addition, at)).Append(_context.Block.NewLine).Append(isInline ? indent : "");
        }

        _context.Patches.Add(at, at, text.ToString(), _container.Depth);
    }

    private string Write(ContainerAddition addition, int at)
    {
        var writer = _context.CreateWriter(at);
        return addition.Key is { } key
            ? writer.WriteEntry(key, addition.Value, _column)
            : writer.WriteItem(addition.Value, _column);
    }
}
