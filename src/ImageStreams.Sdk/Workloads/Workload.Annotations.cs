using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <content>Annotations: read when they are asked for, and changed in the text.</content>
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

    private ValueList<ObjectFieldTrigger> ReadTriggers()
    {
        if (FindText(_text.Annotations, ObjectFieldTrigger.AnnotationName) is not { } text)
        {
            return [];
        }

        return TriggerAnnotationScanner.TryRead(Utf8[text.Start..text.End], text.IsEscaped, out var triggers)
            ? triggers
            : TriggerAnnotation.ParsePlainly(text.Decode(Utf8));
    }

    private string? Find((JsonText Name, JsonText Value)[] annotations, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindText(annotations, name)?.Decode(Utf8);
    }

    private JsonText? FindText((JsonText Name, JsonText Value)[] annotations, string name)
    {
        Span<byte> buffer = stackalloc byte[256];
        var utf8 = Encoding.UTF8.TryGetBytes(name, buffer, out var length)
            ? buffer[..length]
            : Encoding.UTF8.GetBytes(name);
        for (var i = annotations.Length - 1; i >= 0; i--)
        {
            if (annotations[i].Name.IsEqualTo(utf8, Utf8))
            {
                return annotations[i].Value;
            }
        }

        return null;
    }

    private ValueMap<string> Decode((JsonText Name, JsonText Value)[] annotations) => ValueMap.Create<string>(
        Array.ConvertAll(annotations, entry => KeyValuePair.Create(entry.Name.Decode(Utf8), entry.Value.Decode(Utf8))));
}
