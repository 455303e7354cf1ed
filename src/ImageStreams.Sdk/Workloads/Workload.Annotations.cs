namespace ImageStreams.Workloads;

/// <content>Changing annotations: they are replaced in the text.</content>
public sealed partial class Workload
{
    /// <summary>
    /// The object with another value of an annotation, or without it; everything else in it stays byte for byte as it is.
    /// </summary>
    /// <param name="name">The annotation's name.</param>
    /// <param name="value">Its value; null takes it off.</param>
    /// <returns>The object, or this one when the annotation has that value already.</returns>
    /// <exception cref="ArgumentException">A text has half of a surrogate pair.</exception>
    public Workload WithAnnotation(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return FindAnnotation(name) == value
            ? this
            : Read(AnnotationEditor.Set(_text.Json, Escape(name), name, value is null ? null : Escape(value)), _kind);
    }

    private static byte[] Escape(string text) => EscapeOrNull(text)!;
}
