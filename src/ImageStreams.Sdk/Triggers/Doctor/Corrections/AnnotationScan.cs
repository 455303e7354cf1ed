using System.Text.Json;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Goes through the text of a trigger annotation and notes where what can be mended stands.</summary>
internal ref struct AnnotationScan(ReadOnlySpan<byte> text)
{
    private Utf8JsonReader _reader = new(text);

    /// <summary>The triggers of a text; those up to the first that is no object where the text is no such list.</summary>
    public static List<AnnotationEntry> Read(ReadOnlySpan<byte> text)
    {
        var entries = new List<AnnotationEntry>();
        try
        {
            new AnnotationScan(text).Read(entries);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with the text as a whole, the reader of annotations says better.
        }

        return entries;
    }

    private readonly TextSpan Here => new((int)_reader.TokenStartIndex, (int)_reader.BytesConsumed);

    private void Read(List<AnnotationEntry> entries)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (_reader.Read() && _reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null)
        {
            entries.Add(_reader.TokenType == JsonTokenType.Null ? new AnnotationEntry() : Entry());
        }
    }

    private AnnotationEntry Entry()
    {
        var entry = new AnnotationEntry();
        var start = Here.Start;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TriggerAnnotation.Known(TriggerAnnotation.TriggerFields, _reader.GetString()!);
            _reader.Read();
            Field(entry, name);
            _reader.Skip();
        }

        entry.Whole = new TextSpan(start, Here.End);
        return entry;
    }

    private void Field(AnnotationEntry entry, string name)
    {
        switch (name)
        {
            case "from" when _reader.TokenType == JsonTokenType.StartObject:
                Reference(entry);
                break;
            case "fieldPath":
                entry.FieldPath = Once(entry, entry.FieldPath, Here);
                break;
            case "paused" when _reader.TokenType == JsonTokenType.String:
                entry.PausedTexts.Add((Here, _reader.GetString()!));
                break;
            case "pause":
                entry.SaysPause |= _reader.TokenType == JsonTokenType.True || IsTextTrue();
                break;
            default:
                break;
        }
    }

    private void Reference(AnnotationEntry entry)
    {
        var start = Here.Start;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TriggerAnnotation.Known(TriggerAnnotation.ReferenceFields, _reader.GetString()!);
            _reader.Read();
            ReferenceField(entry, name);
            _reader.Skip();
        }

        entry.From = Once(entry, entry.From, new TextSpan(start, Here.End));
    }

    private readonly void ReferenceField(AnnotationEntry entry, string name)
    {
        switch (name)
        {
            case "kind":
                entry.Kind = Once(entry, entry.Kind, Here);
                break;
            case "name":
                entry.Name = Once(entry, entry.Name, Here);
                break;
            case "apiVersion":
                entry.ApiVersion = Once(entry, entry.ApiVersion, Here);
                break;
            default:
                break;
        }
    }

    private readonly bool IsTextTrue() => _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals("true"u8);

    private static TextSpan Once(AnnotationEntry entry, TextSpan before, TextSpan span)
    {
        entry.IsAmbiguous |= before.IsThere;
        return span;
    }
}
