using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>Writes JSON values as YAML in random styles: block and flow, quotes of all kinds, block texts, comments, line ends.</summary>
internal sealed class RandomYaml(Random random)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _anchors = [];

    public string Write(JsonNode? value)
    {
        _text.Clear();
        _text.Append(random.Next(3) == 0 ? "# a comment: 😀\n---\n" : "---\n");
        WriteBlock(value, 0);
        EndLine();
        return random.Next(2) == 0 ? _text.ToString() : _text.ToString().Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    private void WriteBlock(JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when random.Next(4) > 0:
                WriteMapping(map, indent);
                break;
            case JsonArray { Count: > 0 } list when random.Next(4) > 0:
                WriteSequence(list, indent);
                break;
            default:
                WriteInline(value, indent);
                break;
        }
    }

    private void WriteMapping(JsonObject map, int indent)
    {
        var isFirst = true;
        foreach (var (key, value) in map)
        {
            Begin(indent, ref isFirst);
            _text.Append(Quote(key)).Append(random.Next(6) == 0 ? " :" : ":");
            WriteValue(value, indent, canStayOut: value is JsonArray && random.Next(2) == 0);
        }
    }

    private void WriteSequence(JsonArray list, int indent)
    {
        var isFirst = true;
        foreach (var value in list)
        {
            Begin(indent, ref isFirst);
            _text.Append('-');
            if (IsBlock(value) && random.Next(2) == 0)
            {
                var blanks = random.Next(1, 4);
                _text.Append(' ', blanks);
                WriteCollection(value!, indent + 1 + blanks);
            }
            else
            {
                WriteValue(value, indent, canStayOut: false);
            }
        }
    }

    private void WriteValue(JsonNode? value, int indent, bool canStayOut)
    {
        if (IsBlock(value) && random.Next(4) > 0)
        {
            EndLine();
            var inner = canStayOut ? indent : indent + random.Next(1, 4);
            _text.Append(' ', inner);
            WriteCollection(value!, inner);
        }
        else if (value is null && random.Next(2) == 0)
        {
            return;
        }
        else
        {
            _text.Append(' ', random.Next(1, 3));
            WriteInline(value, indent);
        }
    }

    private void WriteCollection(JsonNode value, int indent)
    {
        if (value is JsonObject map)
        {
            WriteMapping(map, indent);
        }
        else
        {
            WriteSequence(value.AsArray(), indent);
        }
    }

    private static bool IsBlock(JsonNode? value) => value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 };

    private void WriteInline(JsonNode? value, int indent)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var found) && IsBlockText(found) && random.Next(2) == 0)
        {
            WriteBlockText(found, indent + random.Next(1, 4));
        }
        else
        {
            WriteFlow(value);
        }
    }

    /// <summary>Writes a value in flow style, perhaps with an anchor; or an alias of the same value before. Scalars have no anchors:
    /// the parser does not know them inside braces.</summary>
    private void WriteFlow(JsonNode? value)
    {
        var json = value?.ToJsonString() ?? "null";
        if (_anchors.TryGetValue(json, out var anchor) && random.Next(2) == 0)
        {
            _text.Append('*').Append(anchor).Append(' ');
            return;
        }

        var name = $"x{_anchors.Count}-{json.Length}";
        var isAnchored = value is JsonObject or JsonArray && random.Next(2) == 0;
        _text.Append(isAnchored ? $"&{name} " : "");
        WriteFlowValue(value);
        _ = isAnchored && _anchors.TryAdd(json, name);
    }

    private void WriteFlowValue(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                WriteFlow('{', map.Select(pair => (Quote(pair.Key) + ": ", pair.Value)), '}');
                break;
            case JsonArray list:
                WriteFlow('[', list.Select(item => ("", item)), ']');
                break;
            case JsonValue text when text.TryGetValue<string>(out var found):
                _text.Append(Quote(found));
                break;
            default:
                _text.Append(value is null && random.Next(2) == 0 ? "~" : value?.ToJsonString() ?? "null");
                break;
        }
    }

    private void WriteFlow(char open, IEnumerable<(string Key, JsonNode? Value)> entries, char close)
    {
        _text.Append(open);
        var separator = "";
        foreach (var (key, value) in entries)
        {
            _text.Append(separator).Append(key);
            WriteFlow(value);
            separator = random.Next(2) == 0 ? ", " : " , ";
        }

        _text.Append(separator.Length > 0 && random.Next(5) == 0 ? ", " : "").Append(close);
    }

    private void WriteBlockText(string text, int indent)
    {
        var isClipped = text.EndsWith('\n');
        _text.Append('|').Append(isClipped ? "" : "-");
        foreach (var line in (isClipped ? text[..^1] : text).Split('\n'))
        {
            _text.Append('\n').Append(' ', line.Length > 0 ? indent : 0).Append(line);
        }
    }

    /// <summary>Gets a value indicating whether a text can stand in a block: its first line is neither empty nor indented.</summary>
    private static bool IsBlockText(string text) =>
        text.Length > 1 && text[0] is >= '!' and <= '~' && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(c => c is '\n' or >= ' ' and <= '~' or >= 'à' and <= 'ÿ');

    private string Quote(string text)
    {
        if (IsPlain(text) && random.Next(2) == 0)
        {
            return text;
        }

        var isSimple = text.All(c => c is >= ' ' and not ('\u007f' or '\u0085' or '\u00a0' or '\u2028' or '\u2029'));
        return isSimple && random.Next(2) == 0
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : JsonValue.Create(text).ToJsonString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 1 && char.IsAsciiLetter(text[0]) && text is not ("no" or "yes" or "null" or "true")
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or 'é');

    private void Begin(int indent, ref bool isFirst)
    {
        if (!isFirst)
        {
            EndLine();
            _text.Append(' ', indent);
        }

        isFirst = false;
    }

    private void EndLine()
    {
        // A comment behind a block text would belong to the text.
        var line = _text.ToString(_text.ToString().LastIndexOf('\n') + 1, _text.Length - _text.ToString().LastIndexOf('\n') - 1);
        var canComment = line.TrimEnd() is [.., ':' or '-' or '"' or '\'' or '}' or ']'];
        _text.Append(canComment && line.Contains(':') && random.Next(8) == 0 && !IsInBlockText() ? " # it's {a} comment" : "").Append('\n');
    }

    private bool IsInBlockText() => _text.ToString().Contains(" |", StringComparison.Ordinal);
}
