using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Changes one annotation in the JSON text of an object, and no other byte.</summary>
/// <remarks>
/// The text is known to be JSON, with texts or nulls as annotations. If the metadata or the annotations occur more than once,
/// they are read as one, and the last value of a name is used.
/// </remarks>
internal ref struct AnnotationEditor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string _name;
    private readonly byte[]? _member;
    private readonly List<JsonEdit> _edits = [];
    private Utf8JsonReader _json;
    private int _metadata = -1;
    private int _annotations = -1;
    private JsonEdit? _lastValue;

    private AnnotationEditor(ReadOnlySpan<byte> text, string name, byte[]? member)
    {
        _text = text;
        _name = name;
        _member = member;
        _json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth });
    }

    /// <summary>Sets or removes the annotation in a text.</summary>
    /// <param name="text">The object.</param>
    /// <param name="escapedName">The annotation's name as JSON writes it, without quotes.</param>
    /// <param name="name">The annotation's name.</param>
    /// <param name="escapedValue">The value as JSON writes it, without quotes; null removes the annotation.</param>
    public static byte[] Set(byte[] text, byte[] escapedName, string name, byte[]? escapedValue)
    {
        byte[]? member = escapedValue is null ? null : [.. "\""u8, .. escapedName, .. "\":\""u8, .. escapedValue, .. "\""u8];
        var editor = new AnnotationEditor(text, name, member);
        editor.Scan();
        if (escapedValue is not null)
        {
            editor.Put([.. "\""u8, .. escapedValue, .. "\""u8]);
        }

        return editor._edits is [] ? text : new JsonEdits(editor._edits).Apply(text);
    }

    /// <summary>Scans the fields of the object for its metadata.</summary>
    private void Scan()
    {
        _json.Read();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = _json.ValueTextEquals("metadata"u8);
            _json.Read();
            if (isMetadata && _json.TokenType == JsonTokenType.StartObject)
            {
                _metadata = (int)_json.BytesConsumed;
                ScanMetadata();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ScanMetadata()
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var isAnnotations = _json.ValueTextEquals("annotations"u8);
            _json.Read();
            if (isAnnotations && _json.TokenType == JsonTokenType.StartObject)
            {
                _annotations = (int)_json.BytesConsumed;
                ScanAnnotations();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    /// <summary>Records the location of the value; to remove the annotation, the object is joined again without it.</summary>
    private void ScanAnnotations()
    {
        var start = (int)_json.BytesConsumed;
        var memberStart = start;
        var isFound = false;
        List<(int Start, int End)> kept = [];
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var isOurs = _json.ValueTextEquals(_name);
            _json.Read();
            var end = FindEndOfMember((int)_json.BytesConsumed);
            if (isOurs)
            {
                _lastValue = new JsonEdit((int)_json.TokenStartIndex, (int)_json.BytesConsumed, []);
                isFound = true;
            }
            else
            {
                kept.Add((memberStart, end));
            }

            memberStart = end + 1;
        }

        if (isFound && _member is null)
        {
            _edits.Add(new JsonEdit(start, (int)_json.TokenStartIndex, Join(kept)));
        }
    }

    /// <summary>Finds the comma or the brace after a value.</summary>
    private readonly int FindEndOfMember(int end)
    {
        while (_text[end] is not ((byte)',' or (byte)'}'))
        {
            end++;
        }

        return end;
    }

    private readonly byte[] Join(List<(int Start, int End)> members)
    {
        var bytes = new List<byte>();
        foreach (var (start, end) in members)
        {
            if (bytes.Count > 0)
            {
                bytes.Add((byte)',');
            }

            bytes.AddRange(_text[start..end]);
        }

        return [.. bytes];
    }

    /// <summary>Replaces the value if there is one; otherwise inserts the member.</summary>
    private void Put(byte[] value)
    {
        if (_lastValue is { } last)
        {
            _edits.Add(last with { Replacement = value });
        }
        else if (_annotations >= 0)
        {
            Insert(_annotations, _member!);
        }
        else if (_metadata >= 0)
        {
            Insert(_metadata, [.. "\"annotations\":{"u8, .. _member!, .. "}"u8]);
        }
        else
        {
            Insert(_text.IndexOf((byte)'{') + 1, [.. "\"metadata\":{\"annotations\":{"u8, .. _member!, .. "}}"u8]);
        }
    }

    /// <summary>Inserts the first member of an object.</summary>
    /// <param name="position">The position after the opening brace of the object.</param>
    /// <param name="member">The member.</param>
    private readonly void Insert(int position, byte[] member)
    {
        var next = position;
        while (_text[next] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            next++;
        }

        _edits.Add(new JsonEdit(position, position, _text[next] == '}' ? member : [.. member, (byte)',']));
    }
}
