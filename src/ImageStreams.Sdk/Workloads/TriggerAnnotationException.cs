using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Workloads;

/// <summary>
/// The annotation <c>image.openshift.io/triggers</c> of an object cannot be used; OpenShift then fires nothing.
/// </summary>
public sealed class TriggerAnnotationException : FormatException
{
    /// <summary>The most characters of the annotation that a message carries along.</summary>
    private const int MaxExcerpt = 128;

    private TriggerAnnotationException(string message, string path, Exception? inner = null)
        : base(message, inner) => Path = path;

    /// <summary>Indicates whether the annotation is a list as it should be, but has two entries for one field.</summary>
    public bool IsDuplicate { get; private init; }

    /// <summary>The place in the annotation, as a JSON path.</summary>
    public string Path { get; }

    internal static TriggerAnnotationException Syntax(JsonException inner) => new(
        $"The annotation {ObjectFieldTrigger.AnnotationName} is not valid JSON at line {inner.LineNumber + 1}, "
            + $"byte {inner.BytePositionInLine + 1}.",
        "$",
        inner);

    internal static TriggerAnnotationException Characters(Exception inner) => new(
        $"The annotation {ObjectFieldTrigger.AnnotationName} has half of a surrogate pair, which is no character.",
        "$",
        inner);

    internal static TriggerAnnotationException Expected(string expected, string path) =>
        new($"The annotation {ObjectFieldTrigger.AnnotationName} must have {expected} at {path}.", path);

    internal static TriggerAnnotationException Duplicate(string fieldPath) => new(
        $"The annotation {ObjectFieldTrigger.AnnotationName} has two triggers for the field "
            + $"{PrintableText.Escape(fieldPath, MaxExcerpt)}.",
        "$")
    {
        IsDuplicate = true,
    };
}
