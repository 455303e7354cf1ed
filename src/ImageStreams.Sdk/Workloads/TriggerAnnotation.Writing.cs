using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <content>Writing, in a form that Go's reader accepts.</content>
public static partial class TriggerAnnotation
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions CompactJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the text of the annotation, without white space.</summary>
    /// <param name="triggers">The triggers, each on a field of its own.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TriggerAnnotationException">
    /// Two triggers are on one field, or a text has half of a surrogate pair.
    /// </exception>
    public static string Write(ValueList<ObjectFieldTrigger> triggers) =>
        Validate(WriteList(writer =>
        {
            foreach (var trigger in triggers)
            {
                WriteTrigger(writer, trigger, default);
            }
        }));

    /// <summary>Edits the text of the annotation; unchanged entries are kept, and the others keep their unknown fields.</summary>
    /// <param name="text">The text before; null when there was none.</param>
    /// <param name="change">Changes an entry: returns another one, the same one, or null to remove it.</param>
    /// <param name="added">An entry to add at the end; null for none.</param>
    /// <exception cref="TriggerAnnotationException">The text before or after the edit is not valid.</exception>
    internal static string Edit(
        string? text, Func<ObjectFieldTrigger, ObjectFieldTrigger?> change, ObjectFieldTrigger? added = null)
    {
        var before = Parse(text ?? "[]");
        using var document = JsonDocument.Parse(text ?? "[]");
        var entries = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement.EnumerateArray().ToArray()
            : [];
        return Validate(WriteList(writer =>
        {
            for (var i = 0; i < entries.Length; i++)
            {
                WriteChange(writer, before[i], change(before[i]), entries[i]);
            }

            if (added is not null)
            {
                WriteTrigger(writer, added, default);
            }
        }));
    }

    private static void WriteChange(
        Utf8JsonWriter writer, ObjectFieldTrigger before, ObjectFieldTrigger? after, JsonElement entry)
    {
        if (after == before)
        {
            writer.WriteRawValue(entry.GetRawText());
        }
        else if (after is not null)
        {
            WriteTrigger(writer, after, entry);
        }
    }

    private static string WriteList(Action<Utf8JsonWriter> writeItems)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, CompactJson);
            writer.WriteStartArray();
            writeItems(writer);
            writer.WriteEndArray();
        }
        catch (ArgumentException e)
        {
            throw TriggerAnnotationErrors.InvalidText(e);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteTrigger(Utf8JsonWriter writer, ObjectFieldTrigger trigger, JsonElement entry)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("from");
        writer.WriteString("kind", StrictUtf8.GetBytes(trigger.From.Kind));
        writer.WriteString("name", StrictUtf8.GetBytes(trigger.From.Name));
        WriteUnlessEmpty(writer, "namespace", trigger.From.Namespace);
        WriteUnlessEmpty(writer, "apiVersion", trigger.From.ApiVersion);
        writer.WriteEndObject();
        writer.WriteString("fieldPath", StrictUtf8.GetBytes(trigger.FieldPath));
        if (trigger.Paused)
        {
            writer.WriteBoolean("paused", value: true);
        }

        WriteUnknown(writer, entry);
        writer.WriteEndObject();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, StrictUtf8.GetBytes(value));
        }
    }

    /// <summary>Writes the unknown fields of an entry.</summary>
    private static void WriteUnknown(Utf8JsonWriter writer, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in entry.EnumerateObject().Where(property => !IsKnown(property.Name)))
        {
            writer.WritePropertyName(property.Name);
            writer.WriteRawValue(property.Value.GetRawText());
        }
    }

    private static bool IsKnown(string name) => FindKnownField(TriggerFields, name) is "from" or "fieldPath" or "paused";

    private static string Validate(string text)
    {
        Parse(text);
        return text;
    }
}
