using System.Text;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Writes JSON as YAML in block style, without recursion.</summary>
/// <param name="layout">The habits of the document.</param>
/// <param name="canEndLine">True when a line end follows in the text.</param>
internal sealed class BlockWriter(BlockLayout layout, bool canEndLine)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<BlockWriterFrame> _open = [];

    /// <summary>Writes an entry of a mapping, the key at a column.</summary>
    public string WriteEntry(string key, JsonElement value, int column)
    {
        AppendKey(key);
        return WriteAfterKey(value, column);
    }

    /// <summary>Writes an item of a sequence, the dash at a column.</summary>
    public string WriteItem(JsonElement value, int column)
    {
        _text.Append('-');
        return WriteAfterDash(value, column);
    }

    /// <summary>Writes what follows a key and its colon: the blank and the value, or the lines below.</summary>
    public string WriteAfterKey(JsonElement value, int column)
    {
        AppendAfterKey(value, column);
        return Finish();
    }

    /// <summary>Writes what follows a dash.</summary>
    public string WriteAfterDash(JsonElement value, int column)
    {
        AppendAfterDash(value, column);
        return Finish();
    }

    /// <summary>Writes an object or a list whose first line begins at a column that is reached already.</summary>
    public string WriteCompact(JsonElement value, int column)
    {
        if (!TryAppendInline(value, column))
        {
            _open.Push(new BlockWriterFrame(value, column, isCompact: true));
        }

        return Finish();
    }

    private string Finish()
    {
        while (_open.TryPeek(out var frame))
        {
            if (frame.MoveNext())
            {
                AppendNext(frame);
            }
            else
            {
                _open.Pop();
            }
        }

        return _text.ToString();
    }

    private void AppendNext(BlockWriterFrame frame)
    {
        if (!frame.IsCompactNow)
        {
            _text.Append(layout.NewLine).Append(' ', frame.Column);
        }

        if (frame.Key is { } key)
        {
            AppendKey(key);
            AppendAfterKey(frame.Current, frame.Column);
        }
        else
        {
            _text.Append('-');
            AppendAfterDash(frame.Current, frame.Column);
        }
    }

    private void AppendKey(string key) =>
        _text.Append(YamlScalarText.Write(key, TextNodeStyle.Plain, layout.Quotes, isInFlow: false)).Append(':');

    private void AppendAfterKey(JsonElement value, int column)
    {
        if (JsonTexts.IsFilled(value))
        {
            var offset = value.ValueKind == JsonValueKind.Array ? layout.ListOffset : layout.Unit;
            _open.Push(new BlockWriterFrame(value, column + offset, isCompact: false));
        }
        else
        {
            _text.Append(' ');
            TryAppendInline(value, column + layout.Unit);
        }
    }

    private void AppendAfterDash(JsonElement value, int column)
    {
        _text.Append(' ');
        if (!TryAppendInline(value, column + 2))
        {
            _open.Push(new BlockWriterFrame(value, column + 2, isCompact: true));
        }
    }

    private bool TryAppendInline(JsonElement value, int textColumn)
    {
        if (JsonTexts.IsFilled(value))
        {
            return false;
        }

        _text.Append(value.ValueKind == JsonValueKind.String ? WriteText(value.GetString()!, textColumn) : value.GetRawText());
        return true;
    }

    private string WriteText(string text, int column)
    {
        var block = text.Contains('\n', StringComparison.Ordinal)
            ? BlockText.Create(text, TextNodeStyle.Literal, column, layout.NewLine, canEndLine)
            : null;
        return block is { } found
            ? found.Header + found.Lines
            : YamlScalarText.Write(text, TextNodeStyle.Plain, layout.Quotes, isInFlow: false);
    }
}
