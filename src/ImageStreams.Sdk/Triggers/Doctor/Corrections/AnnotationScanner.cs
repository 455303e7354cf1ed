using System.Text.Json;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Scans the text of a trigger annotation for the positions of the fields that can be corrected.</summary>
internal ref struct AnnotationScanner(ReadOnlySpan<byte> text)
{
    private Utf8JsonReader _reader = new(text);

    /// <summary>Reads the triggers of a text; when it is not a list of objects, those before the first error.</summary>
    public static List<AnnotationEntry> Read(ReadOnlySpan<byte> text)
    {
        var entries = new List<AnnotationEntry>();
        try
        {
            new AnnotationScanner(text).Read(entries);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader of annotations reports this error, with a better message.
        }

        return entries;
    }

    private readonly TextSpan CurrentSpan => new((int)_reader.TokenStartIndex, (int)_reader.BytesConsumed);

    private void Read(List<AnnotationEntry> entries)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (_reader.Read() && _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null)
        {
            entries.Add(_reader.TokenType == JsonTokenType.Null ? new AnnotationEntry() : ReadEntry());
        }
    }

    private AnnotationEntry ReadEntry()
    {
        var entry = new AnnotationEntry();
        var start = CurrentSpan.Start;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TriggerAnnotation.FindKnownField(TriggerAnnotation.TriggerFields, _reader.GetString()!);
            _reader.Read();
            ReadField(entry, name);
            _reader.Skip();
        }

        entry.Whole = new TextSpan(start, CurrentSpan.End);
        return entry;
    }

    private void ReadField(AnnotationEntry entry, string name)
    {
        switch (name)
        {
            case "from" when _reader.TokenType == JsonTokenType.StartObject:
                ReadReference(entry);
                break;
            case "fieldPath":
                entry.FieldPath = RecordOnce(entry, entry.FieldPath, CurrentSpan);
                break;
            case "paused" when _reader.TokenType == JsonTokenType.String:
                entry.PausedTexts.Add((CurrentSpan, _reader.GetString()!));
                break;
            case "pause":
                entry.HasPauseField |= _reader.TokenType == JsonTokenType.True || IsTextTrue();
                break;
            default:
                entry.HasUnknownField |= name is not ("from" or "paused");
                break;
        }
    }

    private void ReadReference(AnnotationEntry entry)
    {
        var start = CurrentSpan.Start;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TriggerAnnotation.FindKnownField(TriggerAnnotation.ReferenceFields, _reader.GetString()!);
            _reader.Read();
            ReadReferenceField(entry, name);
            _reader.Skip();
        }

        entry.From = RecordOnce(entry, entry.From, new TextSpan(start, CurrentSpan.End));
    }

    private readonly void ReadReferenceField(AnnotationEntry entry, string name)
    {
        switch (name)
        {
            case "kind":
                entry.Kind = RecordOnce(entry, entry.Kind, CurrentSpan);
                break;
            case "name":
                entry.Name = RecordOnce(entry, entry.Name, CurrentSpan);
                break;
            case "namespace":
                entry.Namespace = RecordOnce(entry, entry.Namespace, CurrentSpan);
                break;
            case "apiVersion":
                entry.ApiVersion = RecordOnce(entry, entry.ApiVersion, CurrentSpan);
                break;
            default:
                entry.HasUnknownField = true;
                break;
        }
    }

    private readonly bool IsTextTrue() => _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals("true"u8);

    private static TextSpan RecordOnce(AnnotationEntry entry, TextSpan before, TextSpan span)
    {
        entry.IsAmbiguous |= before.Exists;
        return span;
    }
}
