using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Reads and writes the JSON of annotations.</summary>
internal static class AnnotationJson
{
    // Annotations stand in YAML and are read by people; the text is never put into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Visits the value of an annotation, strictly.</summary>
    /// <param name="text">The text, of at most 16 KiB.</param>
    /// <param name="subject">The name of the value in messages, such as <c>policy</c>.</param>
    /// <param name="maxDepth">The greatest depth.</param>
    /// <param name="visit">Reads the value; returns the first error.</param>
    /// <returns>The error; null for none.</returns>
    public static TagPolicyError? Visit(string text, string subject, int maxDepth, Func<JsonElement, TagPolicyError?> visit)
    {
        if (text.Length > TagPolicyAnnotation.MaxLength)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.TooLong, "", $"The {subject} is longer than 16 KiB.");
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            return visit(document.RootElement);
        }
        catch (JsonException e)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.InvalidJson, "", $"The {subject} is not JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            return TagPolicyChecks.Refuse(TagPolicyFailure.InvalidJson, "", $"A text of the {subject} is not Unicode: {e.Message}");
        }
    }

    /// <summary>Writes one value as text.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Creates a copy of a tag with an annotation, or without it.</summary>
    public static TagReference Annotate(TagReference tag, string name, string? text) => tag with
    {
        Annotations = text is null ? tag.Annotations.Remove(name) : tag.Annotations.Set(name, text),
    };

    /// <summary>Writes a list of objects, unless it is empty.</summary>
    public static void WriteObjects<T>(Utf8JsonWriter json, string name, ValueList<T> items, Action<T> write)
    {
        if (!items.IsEmpty)
        {
            json.WritePropertyName(name);
            WriteObjects(json, items, write);
        }
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteObjects<T>(Utf8JsonWriter json, ValueList<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a text, unless it is empty.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a time to the second, unless there is none.</summary>
    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        WriteText(json, name, time is { } value ? Format(value) : null);

    /// <summary>Formats a time as annotations have it, up to the second.</summary>
    public static string Format(DateTimeOffset time) =>
        TagGateState.ToSecond(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
