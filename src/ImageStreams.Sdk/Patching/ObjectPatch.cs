using System.Text;

namespace ImageStreams.Patching;

/// <summary>A patch of an API object: its type, and its text as a client sends it.</summary>
/// <remarks>
/// The text is read only when the patch is applied; a text that is no patch fails then. Compares by content. Immutable, as long as
/// the bytes that it was created from are not changed.
/// </remarks>
public sealed record ObjectPatch
{
    /// <summary>The type.</summary>
    public required PatchType Type { get; init; }

    /// <summary>The patch as JSON in UTF-8; the applied object of <see cref="PatchType.Apply"/> as JSON too.</summary>
    public required ReadOnlyMemory<byte> Utf8Json { get; init; }

    /// <summary>The media type of the patch in a request, such as <c>application/merge-patch+json</c>.</summary>
    public string MediaType => Type switch
    {
        PatchType.Json => "application/json-patch+json",
        PatchType.Merge => "application/merge-patch+json",
        PatchType.StrategicMerge => "application/strategic-merge-patch+json",
        _ => "application/apply-patch+yaml",
    };

    /// <summary>Creates a JSON patch: a list of operations.</summary>
    /// <param name="json">The patch, such as <c>[{"op":"remove","path":"/metadata/labels/a"}]</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ObjectPatch Json(string json) => FromText(PatchType.Json, json);

    /// <summary>Creates a merge patch.</summary>
    /// <param name="json">The patch, such as <c>{"metadata":{"labels":{"a":null}}}</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ObjectPatch Merge(string json) => FromText(PatchType.Merge, json);

    /// <summary>Creates a strategic merge patch.</summary>
    /// <param name="json">The patch, such as <c>{"spec":{"tags":[{"name":"1","$patch":"delete"}]}}</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ObjectPatch StrategicMerge(string json) => FromText(PatchType.StrategicMerge, json);

    /// <summary>Creates a server-side apply.</summary>
    /// <param name="json">The fields that the manager wants to own, with <c>apiVersion</c> and <c>kind</c>, as JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ObjectPatch Apply(string json) => FromText(PatchType.Apply, json);

    /// <summary>Compares the type and the text.</summary>
    /// <param name="other">The patch to compare with.</param>
    public bool Equals(ObjectPatch? other) =>
        other is not null && Type == other.Type && Utf8Json.Span.SequenceEqual(other.Utf8Json.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Type);
        hash.AddBytes(Utf8Json.Span);
        return hash.ToHashCode();
    }

    /// <summary>Returns the type and the length of the text.</summary>
    public override string ToString() => $"{Type} patch of {Utf8Json.Length} bytes";

    private static ObjectPatch FromText(PatchType type, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new ObjectPatch { Type = type, Utf8Json = Encoding.UTF8.GetBytes(json) };
    }
}
