using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Replaces a value of a mapping or sequence in block style.</summary>
internal sealed class BlockValueEditing
{
    private readonly EditContext _context;
    private readonly TextNode _old;
    private readonly ValueSlot _slot;
    private readonly bool _isItem;
    private readonly int _column;
    private readonly int _depth;

    public BlockValueEditing(EditContext context, int node, int slot, int depth)
    {
        _context = context;
        _old = context.Tree.Nodes[node];
        _isItem = _old.KeyStart < 0;
        _depth = depth;
        var start = slot >= 0 ? slot : FindSlot();
        _slot = ValueSlot.Find(Text, start, _old.Start);
        _column = Text.GetColumn(_isItem ? Math.Max(start - 1, 0) : _old.KeyStart);
    }

    private EditText Text => _context.Text;

    private bool IsBlockCollection =>
        _old is { Kind: TextNodeKind.Mapping or TextNodeKind.Sequence, Style: TextNodeStyle.Block };

    public void Replace(JsonElement value)
    {
        Add(_slot.Tag.Start, _slot.Tag.End, "");
        if (IsBlockCollection && JsonTexts.IsFilled(value) && (HasSameKind(value) || (_isItem && _slot.TagAfter.Start < 0)))
        {
            var column = Text.GetColumn(_old.Start);
            var end = Text.FindLineEnd(_old.End);
            Add(_old.Start, end, _context.CreateWriter(end).WriteCompact(value, column));
            return;
        }

        Replace(Write(value));
    }

    /// <summary>Finds the slot of a value whose key or dash is not known: behind the colon, or where it stands.</summary>
    private int FindSlot() => _isItem ? _old.Start : Text.SkipBlanks(_old.KeyEnd) + 1;

    private bool HasSameKind(JsonElement value) =>
        _old.Kind == (value.ValueKind == JsonValueKind.Object ? TextNodeKind.Mapping : TextNodeKind.Sequence);

    private ValueText Write(JsonElement value)
    {
        var writer = _context.CreateWriter(Text.FindLineEnd(_old.End));
        if (value.ValueKind == JsonValueKind.String)
        {
            return WriteText(value.GetString()!);
        }

        return _isItem && JsonTexts.IsFilled(value)
            ? WriteItem(writer, value)
            : ValueText.Split(_isItem ? writer.WriteAfterDash(value, _column) : writer.WriteAfterKey(value, _column));
    }

    /// <summary>Writes a collection behind its dash, or below it when an anchor stands between, which else would be the first key's.</summary>
    private ValueText WriteItem(BlockWriter writer, JsonElement value)
    {
        if (_slot.HasAnchor)
        {
            var indent = _column + 2;
            return new ValueText("", _context.Block.NewLine + new string(' ', indent) + writer.WriteCompact(value, indent));
        }

        var isBehindBlank = _slot.ValueStart > _slot.Start && !Text.HasLineEnd(_slot.Start, _old.Start);
        var column = isBehindBlank ? Text.GetColumn(_slot.ValueStart) : Text.GetColumn(_slot.Start) + 1;
        return ValueText.Split(writer.WriteCompact(value, column));
    }

    private ValueText WriteText(string text)
    {
        var style = _old.Kind == TextNodeKind.Scalar ? _old.Style : TextNodeStyle.Plain;
        var wantsBlock = BlockHeader.IsBlockText(_old)
            || (style == TextNodeStyle.Plain && text.Contains('\n', StringComparison.Ordinal));
        var canEndLine = Text.Text.AsSpan(_old.End).Contains('\n');
        if (wantsBlock && BlockText.Create(text, style, FindTextColumn(), _context.Block.NewLine, canEndLine) is { } block)
        {
            return new ValueText(block.Header, block.Lines);
        }

        return new ValueText(YamlScalarText.Write(text, style, _context.Block.Quotes, isInFlow: false), "");
    }

    /// <summary>Finds the column of the lines of a block text: that of the old ones.</summary>
    private int FindTextColumn()
    {
        if (BlockHeader.IsBlockText(_old))
        {
            var lines = Text.SkipLineEnd(Text.FindLineEnd(_old.Start));
            var first = lines < _old.End ? Text.Text.AsSpan(lines, _old.End - lines).IndexOfAnyExcept(" \r\n") : -1;
            if (first >= 0 && Text.GetColumn(lines + first) is var column && column > _column)
            {
                return column;
            }
        }

        return _column + (_isItem ? 2 : _context.Block.Unit);
    }

    private void Replace(ValueText value)
    {
        if (BlockHeader.IsBlockText(_old))
        {
            var header = BlockHeader.Find(Text.Text, _old);
            ReplaceInline(header.End, value.Inline);
            ReplaceLines(header.End, value.Lines);
        }
        else if (Text.HasLineEnd(_slot.Start, _old.Start))
        {
            Add(_slot.Start, Math.Max(_slot.Start, _slot.TagAfter.End), value.Inline.Length > 0 ? " " + value.Inline : "");
            ReplaceLines(_slot.Start, value.Lines);
        }
        else if (IsBlockCollection)
        {
            ReplaceInline(Text.FindLineEnd(_old.End), value.Inline + value.Lines);
        }
        else
        {
            ReplaceInline(_old.End, value.Inline);
            Add(Text.FindLineEnd(_old.End), Text.FindLineEnd(_old.End), value.Lines);
        }
    }

    /// <summary>Replaces the part of the value on the line of its key; with the blanks before it when nothing stays there.</summary>
    private void ReplaceInline(int end, string text)
    {
        var start = text.Length == 0 ? _slot.Start : _slot.ValueStart;
        var needsBlank = text.Length > 0 && start > 0 && !char.IsWhiteSpace(Text.Text[start - 1]);
        Add(start, end, (needsBlank ? " " : "") + text);
    }

    /// <summary>Replaces the lines of the value below the line around an offset.</summary>
    private void ReplaceLines(int header, string lines)
    {
        var start = Text.FindLineEnd(header);
        Add(start, Math.Max(start, Text.FindLineEnd(_old.End)), lines);
    }

    private void Add(int start, int end, string text)
    {
        if (start >= 0)
        {
            _context.Patches.Add(start, end, text, _depth);
        }
    }
}
