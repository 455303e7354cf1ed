using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The last moves by policies in an annotation of the stream, <see cref="Name"/>.</summary>
/// <remarks>
/// <para>One JSON object: <c>{"prod":{"tag":"2.1","from":"2.0","at":"…","reason":"…"}}</c>, one entry for each spec tag that its policy
/// has moved. Written by the library alone. It stands on the stream and not on the spec tag, so that it survives an <c>oc tag</c>, which
/// drops the annotations of the tag, and with them the policy.</para>
/// <para>It does not grow without bound: an entry is replaced by the next move of its tag, entries of spec tags that no longer exist go
/// with the next move, and of more than 64 KiB the oldest are left out.</para>
/// </remarks>
public static class TagMovesAnnotation
{
    /// <summary>The name of the annotation.</summary>
    public const string Name = "imagestreams.sdk/tag-choices";

    /// <summary>The greatest number of characters of the value.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>The annotation of an <c>ImageStreamImport</c> that names the digest which the tag must still have in the registry.</summary>
    internal const string DigestName = "imagestreams.sdk/tag-digest";

    /// <summary>Reads the last moves of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The moves by the name of the spec tag; those that cannot be read are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ValueMap<TagMoveRecord> Read(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Metadata.Annotations.TryGetValue(Name, out var text) ? Parse(text) : default;
    }

    /// <summary>Creates the value of the annotation after a move.</summary>
    /// <param name="stream">The stream before.</param>
    /// <param name="specTag">The name of the spec tag that moves.</param>
    /// <param name="move">The move.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Format(ImageStream stream, string specTag, TagMoveRecord move)
    {
        ArgumentNullException.ThrowIfNull(specTag);
        ArgumentNullException.ThrowIfNull(move);

        var kept = Read(stream).Where(entry => stream.Spec.Tags.Contains(entry.Key)).ToValueMap().Set(specTag, move);
        var text = Write(kept);
        while (text.Length > MaxLength && kept.Count > 1)
        {
            kept = kept.Remove(kept.Where(entry => entry.Key != specTag).MinBy(static entry => entry.Value.At).Key);
            text = Write(kept);
        }

        return text;
    }

    private static ValueMap<TagMoveRecord> Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? default
                : document.RootElement.EnumerateObject()
                    .DistinctBy(static entry => entry.Name, StringComparer.Ordinal)
                    .Select(static entry => KeyValuePair.Create(entry.Name, ReadMove(entry.Value)))
                    .Where(static entry => entry.Value.Tag.Length > 0)
                    .ToValueMap();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a text in it is no Unicode.
            return default;
        }
    }

    private static TagMoveRecord ReadMove(JsonElement move) => new()
    {
        Tag = ReadText(move, "tag"),
        From = ReadText(move, "from"),
        At = Timestamp.TryParse(ReadText(move, "at"), out var at) ? at : default,
        Reason = ReadText(move, "reason"),
    };

    private static string ReadText(JsonElement move, string field) =>
        move.ValueKind == JsonValueKind.Object
        && move.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static string Write(ValueMap<TagMoveRecord> moves) => AnnotationJson.Write(json =>
    {
        json.WriteStartObject();
        foreach (var (tag, move) in moves)
        {
            json.WriteStartObject(tag);
            json.WriteString("tag", move.Tag);
            json.WriteString("from", move.From);
            json.WriteString("at", move.At.ToString());
            json.WriteString("reason", move.Reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
