using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Workloads;

/// <summary>Creates the exceptions of trigger annotations.</summary>
internal static class TriggerAnnotationErrors
{
    /// <summary>The maximum number of characters of the annotation in a message.</summary>
    private const int MaxExcerpt = 128;

    private const string Annotation = $"The annotation {ObjectFieldTrigger.AnnotationName}";

    public static TriggerAnnotationException InvalidJson(JsonException inner) => new(
        TriggerAnnotationFailure.InvalidJson,
        $"{Annotation} is not valid JSON at line {inner.LineNumber + 1}, byte {inner.BytePositionInLine + 1}.",
        inner: inner);

    public static TriggerAnnotationException InvalidText(Exception inner) => new(
        TriggerAnnotationFailure.InvalidText,
        $"{Annotation} has half of a surrogate pair, which is not a character.",
        inner: inner);

    public static TriggerAnnotationException UnexpectedValue(string expected, string path) =>
        new(TriggerAnnotationFailure.UnexpectedValue, $"{Annotation} must have {expected} at {path}.", path);

    public static TriggerAnnotationException DuplicateField(string fieldPath) => new(
        TriggerAnnotationFailure.DuplicateField,
        $"{Annotation} has two triggers for the field {PrintableText.Escape(fieldPath, MaxExcerpt)}.");
}
