namespace ImageStreams.Workloads;

/// <content>Changes of annotations, made in the text.</content>
public sealed partial class Workload
{
    /// <summary>
    /// Creates a copy with another value of an annotation, or without it; everything else is kept, byte for byte.
    /// </summary>
    /// <param name="name">The annotation's name.</param>
    /// <param name="value">Its value; null removes the annotation.</param>
    /// <returns>The copy; this object when the annotation has that value already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty, or a text has half of a surrogate pair.
    /// </exception>
    public Workload WithAnnotation(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        if (FindAnnotation(name) == value)
        {
            return this;
        }

        var json = AnnotationEditor.Set(_text.Json, EscapeOrNull(name)!, ToUtf8(name), EscapeOrNull(value));
        return Read(json, _kind, isLastKind: true);
    }
}
