using System.Text;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Writes JSON in flow style, as JSON or YAML, without recursion.</summary>
internal sealed class FlowWriter(FlowLayout layout)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<FlowWriterFrame> _open = [];

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The blanks that the line of the value begins with.</param>
    /// <param name="style">The style of the text that the value takes the place of.</param>
    public string Write(JsonElement value, string indent, TextNodeStyle style = TextNodeStyle.Plain)
    {
        AppendValue(value, indent, style);
        return Finish();
    }

    /// <summary>Writes an entry of an object.</summary>
    public string WriteEntry(string key, JsonElement value, string indent)
    {
        AppendKey(key);
        return Write(value, indent);
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
                _text.Append(layout.IsMultiLine ? layout.NewLine + frame.Indent : "").Append(frame.Close);
            }
        }

        return _text.ToString();
    }

    private void AppendNext(FlowWriterFrame frame)
    {
        var indent = layout.IsMultiLine ? frame.Indent + layout.Unit : frame.Indent;
        _text.Append(frame.IsFirst ? "" : ",");
        var separator = frame.IsFirst ? "" : layout.AfterComma;
        _text.Append(layout.IsMultiLine ? layout.NewLine + indent : separator);
        if (frame.Key is { } key)
        {
            AppendKey(key);
        }

        AppendValue(frame.Current, indent, TextNodeStyle.Plain);
    }

    private void AppendKey(string key) => _text.Append(WriteText(key, TextNodeStyle.Plain)).Append(':').Append(layout.AfterColon);

    private void AppendValue(JsonElement value, string indent, TextNodeStyle style)
    {
        if (JsonTexts.IsFilled(value))
        {
            _open.Push(new FlowWriterFrame(value, indent));
            _text.Append(_open.Peek().Open);
        }
        else
        {
            _text.Append(value.ValueKind == JsonValueKind.String ? WriteText(value.GetString()!, style) : value.GetRawText());
        }
    }

    private string WriteText(string text, TextNodeStyle style) => layout.IsJson
        ? YamlScalarText.QuoteDouble(text)
        : YamlScalarText.Write(text, style, layout.Quotes, isInFlow: true);
}
