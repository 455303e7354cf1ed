using System.Text.Json;

namespace ImageStreams.Policies;

/// <summary>The memory of a spec tag's gates in its annotation, <see cref="Name"/>.</summary>
/// <remarks>
/// Written by the library alone. A memory that cannot be read is begun anew: images are seen from then on, and checks are asked
/// again. Whoever removes the annotation does the same by intention.
/// </remarks>
public static class TagGateStateAnnotation
{
    /// <summary>The name of the annotation.</summary>
    public const string Name = "imagestreams.sdk/tag-gate-state";

    /// <summary>Reads the memory of a spec tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The memory, nothing, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagGateReading<TagGateState> Read(TagReference tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Annotations.TryGetValue(Name, out var text) ? Parse(text) : new TagGateReading<TagGateState>.Absent();
    }

    /// <summary>Reads a memory from the text of an annotation: strict, without unknown or repeated fields.</summary>
    /// <param name="text">The JSON object, of at most 16 KiB.</param>
    /// <returns>The memory, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TagGateReading<TagGateState> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GateJson.Read(text, JsonValueKind.Object, TagGateStateJson.Read);
    }

    /// <summary>Formats a memory as JSON, of at most 16 KiB.</summary>
    /// <param name="state">The memory.</param>
    /// <returns>The text; of a memory that is too long, without the images that are last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public static string Format(TagGateState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var text = AnnotationJson.Write(json => TagGateStateJson.Write(json, state));
        while (text.Length > TagPolicyAnnotation.MaxLength && !state.Candidates.IsEmpty)
        {
            state = state with { Candidates = state.Candidates.RemoveAt(state.Candidates.Count - 1) };
            text = AnnotationJson.Write(json => TagGateStateJson.Write(json, state));
        }

        return text;
    }

    /// <summary>Creates a copy of a spec tag with a memory, or without.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="state">The memory; null removes it.</param>
    /// <returns>The copy, whose other annotations are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagReference Write(TagReference tag, TagGateState? state)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AnnotationJson.Annotate(tag, Name, state is null ? null : Format(state));
    }
}
