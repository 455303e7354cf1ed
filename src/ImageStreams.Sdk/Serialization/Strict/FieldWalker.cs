using System.Text.Json;

namespace ImageStreams.Serialization;

/// <summary>Walks a text along the fields of its type, and notes unknown and duplicate fields.</summary>
/// <remarks>
/// Linear, without recursion. The text was read before, so that it is JSON. Values of the wrong form are passed over.
/// </remarks>
internal ref struct FieldWalker
{
    /// <summary>The maximum number of notes with a hint, each of which takes a search.</summary>
    private const int MaxHints = 500;

    private readonly List<FieldLevel> _levels = [];
    private readonly List<FieldNote> _notes = [];
    private readonly int _maxNotes;
    private JsonScanner _json;

    /// <summary>The expected value; null when nothing is known about it.</summary>
    private FieldLevel? _next;

    private FieldWalker(ReadOnlySpan<byte> text, ApiType root, int maxNotes)
    {
        _json = new JsonScanner(text, int.MaxValue);
        _next = new FieldLevel(null, ApiFieldShape.Object, root);
        _maxNotes = maxNotes;
    }

    /// <summary>Finds the first problems of a text, in its order.</summary>
    public static List<FieldNote> Find(ReadOnlySpan<byte> text, ApiType root, int maxNotes)
    {
        var walker = new FieldWalker(text, root, maxNotes);
        walker.Walk();
        return walker._notes;
    }

    private void Walk()
    {
        while (_notes.Count < _maxNotes && _json.Read())
        {
            switch (_json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Enter();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _levels.RemoveAt(_levels.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    ReadName(_levels[^1]);
                    break;
            }
        }
    }

    /// <summary>Moves into an object or a list whose fields are known, and past any other.</summary>
    private void Enter()
    {
        var isArray = _json.TokenType == JsonTokenType.StartArray;
        var expected = _levels is [.., { Shape: ApiFieldShape.List } list] ? list.ToItem() : _next;
        if (expected is null || isArray != (expected.Shape == ApiFieldShape.List))
        {
            _json.Skip();
            return;
        }

        _levels.Add(expected);
    }

    private void ReadName(FieldLevel level)
    {
        if (level.Shape == ApiFieldShape.Map)
        {
            ReadKey(level, GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped));
            return;
        }

        var place = level.Type!.Find(GoText.Unescaped(_json.ValueSpan, _json.ValueIsEscaped));
        if (place < 0)
        {
            NoteUnknown(GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped));
            return;
        }

        NoteUnlessNew(level.TryAdd(place));
        var field = level.Type.Fields[place];
        _next = field.Shape == ApiFieldShape.Value ? null : new FieldLevel(field.Name, field.Shape, ApiTypes.Find(field.Type));
    }

    private void ReadKey(FieldLevel level, string key)
    {
        NoteUnlessNew(level.TryAdd(key));
        _next = level.Type is null ? null : new FieldLevel(key, ApiFieldShape.Object, level.Type);
    }

    private void NoteUnknown(string name)
    {
        var hint = _notes.Count < MaxHints ? FieldHints.Find(name, _levels) : null;
        _notes.Add(new FieldNote(FieldProblemKind.Unknown, _json.TokenStart, hint));
        _next = null;
    }

    private readonly void NoteUnlessNew(bool isNew)
    {
        if (!isNew)
        {
            _notes.Add(new FieldNote(FieldProblemKind.Duplicate, _json.TokenStart));
        }
    }
}
