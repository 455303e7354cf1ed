using System.Text.Json;

namespace ImageStreams.Policies;

/// <summary>The gates of a spec tag in its annotation, <see cref="Name"/>.</summary>
/// <remarks>The value is one JSON array, whose items are on the page <c>docs/reference/tag-gates.md</c>.</remarks>
public static class TagGatesAnnotation
{
    /// <summary>The name of the annotation.</summary>
    public const string Name = "imagestreams.sdk/tag-gates";

    /// <summary>Reads the gates of a spec tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The gates, nothing, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagGateReading<TagGateSet> Read(TagReference tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Annotations.TryGetValue(Name, out var text) ? Parse(text) : new TagGateReading<TagGateSet>.Absent();
    }

    /// <summary>Reads gates from the text of an annotation: strict, without unknown or repeated fields.</summary>
    /// <param name="text">The JSON array, of at most 16 KiB.</param>
    /// <returns>The gates, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TagGateReading<TagGateSet> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = GateJson.Read(text, JsonValueKind.Array, TagGateJson.Read);
        return reading is TagGateReading<TagGateSet>.Found { Value: var set } && set.Check() is { } error
            ? new TagGateReading<TagGateSet>.Invalid { Error = error }
            : reading;
    }

    /// <summary>Formats gates as JSON, without the fields that have their default.</summary>
    /// <param name="gates">The gates.</param>
    /// <returns>The text, which <see cref="Parse"/> reads as equal gates when they have no error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gates"/> is null.</exception>
    public static string Format(TagGateSet gates)
    {
        ArgumentNullException.ThrowIfNull(gates);
        return AnnotationJson.Write(json => TagGateJson.Write(json, gates));
    }

    /// <summary>Creates a copy of a spec tag with gates, or without.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="gates">The gates; null removes them.</param>
    /// <returns>The copy, whose other annotations are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagReference Write(TagReference tag, TagGateSet? gates)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AnnotationJson.Annotate(tag, Name, gates is null ? null : Format(gates));
    }
}
