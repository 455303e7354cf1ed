using System.Text;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Mends the text of a trigger annotation: what need not change stays byte for byte as it is.</summary>
/// <param name="text">The text.</param>
/// <param name="entries">Where its triggers stand.</param>
internal sealed class AnnotationCorrection(byte[] text, List<AnnotationEntry> entries)
{
    private readonly List<JsonEdit> _edits = [];

    /// <summary>The annotation with everything mended, as a JSON string; null when nothing is.</summary>
    public RawJson? Corrected => _edits.Count == 0
        ? null
        : JsonLiteral.FromText(Encoding.UTF8.GetString(new JsonEdits(_edits).Apply(text)));

    /// <summary>The text with true or false wherever a trigger has a text for <c>paused</c>.</summary>
    /// <remarks>So that the rest can be read: what is neither stands for a trigger that is held back.</remarks>
    public static string MakeReadable(byte[] text, List<AnnotationEntry> entries)
    {
        var edits = entries.SelectMany(entry => entry.PausedTexts)
            .Select(paused => ToEdit(paused.Span, ToBool(paused.Text) ?? "true"))
            .ToList();
        return Encoding.UTF8.GetString(edits.Count == 0 ? text : new JsonEdits(edits).Apply(text));
    }

    /// <summary>Takes the quotes from a <c>paused</c> that is true or false.</summary>
    public bool TryUnquote(TextSpan span, string paused) => ToBool(paused) is { } value && Replace(span, value);

    /// <summary>Puts another text into a field of a trigger's reference; a kind is added where there is none.</summary>
    public bool TryReplaceReferenceField(int index, string field, string value)
    {
        var entry = entries[index];
        var span = field switch
        {
            "kind" => entry.Kind,
            "name" => entry.Name,
            _ => entry.ApiVersion,
        };
        return !entry.IsAmbiguous && (span.Exists
            ? Replace(span, Quote(value))
            : field == "kind" && Insert(entry.From.Start + 1, $"\"kind\":{Quote(value)},"));
    }

    /// <summary>Puts another field path into a trigger.</summary>
    public bool TryReplaceFieldPath(int index, string fieldPath) => entries[index] is { IsAmbiguous: false, FieldPath.Exists: true }
        && Replace(entries[index].FieldPath, Quote(fieldPath));

    /// <summary>Takes a trigger out that is not the first; one in which something else is to be mended stays.</summary>
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

    private static string? ToBool(string text) =>
        "true".Equals(text, StringComparison.OrdinalIgnoreCase) ? "true"
        : "false".Equals(text, StringComparison.OrdinalIgnoreCase) ? "false"
        : null;
}
