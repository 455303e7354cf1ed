using System.Text;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Corrects the text of a trigger annotation; everything else is kept, byte for byte.</summary>
/// <param name="text">The text.</param>
/// <param name="entries">The positions of its triggers.</param>
internal sealed class AnnotationCorrection(byte[] text, List<AnnotationEntry> entries)
{
    private readonly List<JsonEdit> _edits = [];

    /// <summary>The corrected annotation as a JSON string; null when nothing was corrected.</summary>
    public RawJson? Corrected => _edits.Count == 0
        ? null
        : JsonLiteral.FromText(Encoding.UTF8.GetString(new JsonEdits(_edits).Apply(text)));

    /// <summary>Replaces every text of <c>paused</c> with true or false, so that the rest can be read.</summary>
    /// <remarks>A text that is neither becomes true.</remarks>
    public static string MakeReadable(byte[] text, List<AnnotationEntry> entries)
    {
        var edits = entries.SelectMany(entry => entry.PausedTexts)
            .Select(paused => ToEdit(paused.Span, ToBool(paused.Text) ?? "true"))
            .ToList();
        return Encoding.UTF8.GetString(edits.Count == 0 ? text : new JsonEdits(edits).Apply(text));
    }

    /// <summary>Removes the quotes from a <c>paused</c> that is true or false.</summary>
    public bool TryUnquote(TextSpan span, string paused) => ToBool(paused) is { } value && Replace(span, value);

    /// <summary>Replaces a field of a trigger's reference; a missing kind is added.</summary>
    public bool TryReplaceReferenceField(int index, string field, string value)
    {
        var entry = entries[index];
        var span = field switch
        {
            "kind" => entry.Kind,
            "name" => entry.Name,
            "namespace" => entry.Namespace,
            _ => entry.ApiVersion,
        };
        if (entry.IsAmbiguous)
        {
            return false;
        }

        return span.Exists
            ? Replace(span, Quote(value))
            : field == "kind" && Insert(entry.From.Start + 1, $"\"kind\":{Quote(value)},");
    }

    /// <summary>Replaces the field path of a trigger.</summary>
    public bool TryReplaceFieldPath(int index, string fieldPath) =>
        entries[index] is { IsAmbiguous: false, FieldPath.Exists: true } entry && Replace(entry.FieldPath, Quote(fieldPath));

    /// <summary>Replaces a whole trigger, unless something else in it was corrected.</summary>
    public bool TryReplaceTrigger(int index, string json) =>
        entries[index] is { IsAmbiguous: false, PausedTexts.Count: 0 } entry && Replace(entry.Whole, json);

    /// <summary>Removes a trigger that is not the first, unless something else in it must be corrected.</summary>
    public bool TryRemove(int index) => entries[index] is { Whole.Exists: true, PausedTexts.Count: 0 }
        && entries[index - 1].Whole.Exists
        && Replace(new TextSpan(entries[index - 1].Whole.End, entries[index].Whole.End), "");

    private bool Insert(int at, string value) => Replace(new TextSpan(at, at), value);

    private bool Replace(TextSpan span, string value)
    {
        _edits.Add(ToEdit(span, value));
        return true;
    }

    private static JsonEdit ToEdit(TextSpan span, string value) => new(span.Start, span.End, Encoding.UTF8.GetBytes(value));

    private static string Quote(string value) => JsonLiteral.FromText(value).ToString();

    private static string? ToBool(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" => "true",
        "FALSE" => "false",
        _ => null,
    };
}
