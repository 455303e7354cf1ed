namespace ImageStreams.Workloads;

/// <summary>Changes one annotation in the JSON text of an object, and no other byte.</summary>
/// <remarks>
/// <para>The text was read before, so that it has an object or null as metadata and annotations, and texts or nulls as values.</para>
/// <para>Where the metadata or the annotations occur more than once, typed Go code reads them as one, and a null forgets the
/// annotations before it; other readers take the last occurrence alone. The value is written where both find it: into the last
/// occurrence, which is replaced when it is null. Annotations that this null hid are removed, so that they do not return.</para>
/// </remarks>
internal ref struct AnnotationEditor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly byte[] _name;
    private readonly byte[]? _member;
    private readonly List<JsonEdit> _edits = [];
    private readonly List<JsonEdit> _shown = [];
    private List<JsonEdit> _hidden = [];
    private ObjectScanner _scanner;
    private ObjectPlace? _metadata;
    private ObjectPlace? _annotations;
    private JsonEdit? _lastValue;

    private AnnotationEditor(ReadOnlySpan<byte> text, byte[] name, byte[]? member)
    {
        _text = text;
        _name = name;
        _member = member;
        _scanner = new ObjectScanner(text);
    }

    /// <summary>Sets or removes the annotation in a text.</summary>
    /// <param name="text">The object.</param>
    /// <param name="escapedName">The annotation's name as JSON writes it, without quotes.</param>
    /// <param name="name">The annotation's name in UTF-8.</param>
    /// <param name="escapedValue">The value as JSON writes it, without quotes; null removes the annotation.</param>
    public static byte[] Set(byte[] text, byte[] escapedName, byte[] name, byte[]? escapedValue)
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
        _scanner.StartRoot();
        while (_scanner.MoveToNextField())
        {
            if (!_scanner.FieldName.SequenceEqual("metadata"u8))
            {
                _scanner.Skip();
                continue;
            }

            var isObject = _scanner.TryStartObject();
            _metadata = Place;
            (_annotations, _lastValue) = (null, null);
            if (isObject)
            {
                ScanMetadata();
            }
        }
    }

    /// <summary>The place of the object that was entered, or of the null in its stead.</summary>
    private readonly ObjectPlace Place => new(_scanner.TokenStart, _scanner.Consumed, _scanner.IsNull);

    private void ScanMetadata()
    {
        while (_scanner.MoveToNextField())
        {
            if (!_scanner.FieldName.SequenceEqual("annotations"u8))
            {
                _scanner.Skip();
                continue;
            }

            var isObject = _scanner.TryStartObject();
            (_annotations, _lastValue) = (Place, null);
            if (isObject)
            {
                ScanAnnotations();
            }
            else
            {
                _hidden = [.. _shown];
                _shown.Clear();
            }
        }
    }

    /// <summary>Records the location of the value; to remove the annotation, the object is joined again without it.</summary>
    private void ScanAnnotations()
    {
        var start = _scanner.Consumed;
        var memberStart = start;
        var isFound = false;
        List<(int Start, int End)> kept = [];
        while (_scanner.MoveToNextField())
        {
            var isOurs = _scanner.Text.IsEqualTo(_name, _text);
            _scanner.MoveToText();
            var end = FindEndOfMember(_scanner.Consumed);
            if (isOurs)
            {
                _lastValue = new JsonEdit(_scanner.TokenStart, _scanner.Consumed, []);
                isFound = true;
            }
            else
            {
                kept.Add((memberStart, end));
            }

            memberStart = end + 1;
        }

        _shown.Add(new JsonEdit(start, _scanner.TokenStart, []));
        if (isFound && _member is null)
        {
            _edits.Add(new JsonEdit(start, _scanner.TokenStart, Join(kept)));
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

    /// <summary>Replaces the value if the last annotations have one; otherwise inserts the member.</summary>
    private void Put(byte[] value)
    {
        if (_lastValue is { } last)
        {
            _edits.Add(last with { Replacement = value });
        }
        else if (_annotations is { } annotations)
        {
            _edits.AddRange(annotations.IsNull ? _hidden : []);
            _edits.Add(annotations.Insert(_member!, _text));
        }
        else
        {
            byte[] member = [.. "\"annotations\":{"u8, .. _member!, .. "}"u8];
            _edits.Add(_metadata is { } metadata ? metadata.Insert(member, _text) : InsertMetadata(member));
        }
    }

    private readonly JsonEdit InsertMetadata(byte[] member)
    {
        var start = _text.IndexOf((byte)'{');
        return new ObjectPlace(start, start + 1).Insert([.. "\"metadata\":{"u8, .. member, .. "}"u8], _text);
    }
}
