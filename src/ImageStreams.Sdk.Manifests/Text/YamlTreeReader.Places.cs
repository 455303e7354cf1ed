using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImageStreams.Manifests;

/// <content>The exact places of events, which mark more than the value or, for empty values, something else.</content>
internal sealed partial class YamlTreeReader
{
    /// <summary>Finds the part of the text that is a scalar's value, quotes included.</summary>
    private TextSpan FindPlace(Scalar scalar)
    {
        var start = FindStart(scalar, (int)scalar.End.Index);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
        {
            return FindEmptyPlace(scalar);
        }

        var end = Math.Max(start, TrimEnd(start, _offset + (int)scalar.End.Index));
        return new TextSpan(start, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? KeepBlanks(start, end) : end);
    }

    /// <summary>Adds the blanks at the end of the last line of a block text, which belong to the text.</summary>
    private int KeepBlanks(int start, int end)
    {
        var rest = _text.AsSpan(end);
        var blanks = rest.IndexOfAnyExcept(' ', '\t');
        var length = blanks < 0 ? rest.Length : blanks;
        return _text.AsSpan(start, end - start).Contains('\n') ? end + length : end;
    }

    /// <summary>Finds where a value that is not there would stand: after its anchor and tag, its key, or its dash.</summary>
    private TextSpan FindEmptyPlace(Scalar scalar)
    {
        var start = Math.Min(_offset + (int)scalar.Start.Index, _text.Length);
        if (HasProperties(scalar))
        {
            start = SkipProperties(start, _offset + (int)scalar.End.Index, blanksAfter: false);
        }
        else if (builder.PendingKey.Start >= 0)
        {
            start = SkipColon(builder.PendingKey.End);
        }

        return new TextSpan(start, start);
    }

    /// <summary>Finds the first character of a value, after its anchor and tag.</summary>
    private int FindStart(NodeEvent found, int end)
    {
        var start = _offset + (int)found.Start.Index;
        return HasProperties(found) ? SkipProperties(start, _offset + end, blanksAfter: true) : start;
    }

    private static bool HasProperties(NodeEvent found) => !found.Anchor.IsEmpty || !found.Tag.IsEmpty;

    /// <summary>Skips an anchor and a tag, with the blanks, line ends and comments after each of them.</summary>
    private int SkipProperties(int start, int end, bool blanksAfter)
    {
        var after = start;
        while (start < _text.Length && _text[start] is '&' or '!' && start <= end)
        {
            after = SkipWord(start);
            start = SkipBlanks(after);
        }

        return blanksAfter ? start : after;
    }

    private int SkipWord(int start)
    {
        while (start < _text.Length && !char.IsWhiteSpace(_text[start]) && !(_text[start] is ',' or '}' or ']' or '{' or '['))
        {
            start++;
        }

        return start;
    }

    private int SkipBlanks(int start)
    {
        while (start < _text.Length && (char.IsWhiteSpace(_text[start]) || _text[start] == '#'))
        {
            start = _text[start] == '#' ? SkipLine(start) : start + 1;
        }

        return start;
    }

    private int SkipLine(int start)
    {
        var end = _text.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? _text.Length : start + end;
    }

    private int SkipColon(int keyEnd)
    {
        var colon = SkipBlanks(keyEnd);
        return colon < _text.Length && _text[colon] == ':' ? colon + 1 : keyEnd;
    }

    private int TrimEnd(int start, int end)
    {
        end = Math.Min(end, _text.Length);
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Returns the decoded text of a scalar when it does not stand in the text as it is; null otherwise.</summary>
    private string? FindText(Scalar scalar, TextSpan place) => scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
        ? scalar.Value
        : FindFlowText(scalar, place);

    private string? FindFlowText(Scalar scalar, TextSpan place)
    {
        // What the parser takes for an anchor or a tag may hold more than that, and then the place has no room for the quotes.
        var isPlaced = scalar.Style == ScalarStyle.Plain || place.Length >= 2;
        return isPlaced && GetVerbatim(place, ToStyle(scalar.Style)).SequenceEqual(scalar.Value) ? null : scalar.Value;
    }

    private ReadOnlySpan<char> GetVerbatim(TextSpan place, TextNodeStyle style) => style switch
    {
        TextNodeStyle.Plain => _text.AsSpan(place.Start, place.Length),
        _ => _text.AsSpan(place.Start + 1, place.Length - 2),
    };

    private static TextNodeStyle ToStyle(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => TextNodeStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => TextNodeStyle.DoubleQuoted,
        ScalarStyle.Literal => TextNodeStyle.Literal,
        ScalarStyle.Folded => TextNodeStyle.Folded,
        _ => TextNodeStyle.Plain,
    };
}
