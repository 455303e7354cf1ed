using System.Text.Json;
using ImageStreams.Serialization;
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
            var name = TriggerAnnotation.FindKnownField(TriggerAnnotation.TriggerFields, Decode());
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
                entry.PausedTexts.Add((CurrentSpan, Decode()));
                break;
            case "pause":
                ReadPause(entry);
                break;
            case not ("from" or "paused"):
                ReadUnknown(entry, name);
                break;
        }
    }

    private void ReadReference(AnnotationEntry entry)
    {
        var start = CurrentSpan.Start;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TriggerAnnotation.FindKnownField(TriggerAnnotation.ReferenceFields, Decode());
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
                ReadUnknown(entry, name);
                break;
        }
    }

    private readonly void ReadPause(AnnotationEntry entry)
    {
        var text = _reader.TokenType == JsonTokenType.String ? Decode() : "";
        entry.HasPauseField |= _reader.TokenType == JsonTokenType.True || text == "true";
        if (IsBroken(text))
        {
            entry.BrokenField ??= "pause";
        }
    }

    private static void ReadUnknown(AnnotationEntry entry, string name)
    {
        entry.HasUnknownField = true;
        if (IsBroken(name))
        {
            entry.BrokenField ??= name;
        }
    }

    private static bool IsBroken(string text) => text.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>Decodes a name or a text as Go does, whatever it has in it: half of a surrogate pair is not an error.</summary>
    private readonly string Decode() => GoText.Decode(_reader.ValueSpan, _reader.ValueIsEscaped);

    private static TextSpan RecordOnce(AnnotationEntry entry, TextSpan before, TextSpan span)
    {
        entry.IsAmbiguous |= before.Exists;
        return span;
    }
}
