using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The approvals of a spec tag in its annotation, <see cref="Name"/>.</summary>
/// <remarks>
/// The value is one JSON array of <c>{"tag":"2.1","digest":"sha256:…","by":"alice","until":"2026-12-03T00:00:00Z"}</c>. Who may write
/// it is a matter of the rights in the cluster: everybody who may change the stream can write any name.
/// </remarks>
public static class TagApprovalsAnnotation
{
    /// <summary>The name of the annotation.</summary>
    public const string Name = "imagestreams.sdk/tag-approvals";

    /// <summary>The greatest number of approvals.</summary>
    public const int MaxApprovals = 16;

    /// <summary>Reads the approvals of a spec tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The approvals, nothing, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagGateReading<ValueList<TagApproval>> Read(TagReference tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Annotations.TryGetValue(Name, out var text) ? Parse(text) : new TagGateReading<ValueList<TagApproval>>.Absent();
    }

    /// <summary>Reads approvals from the text of an annotation: strict, without unknown or repeated fields.</summary>
    /// <param name="text">The JSON array, of at most 16 KiB.</param>
    /// <returns>The approvals, or the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TagGateReading<ValueList<TagApproval>> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GateJson.Read(text, JsonValueKind.Array, (json, root) => json.ReadObjects(root, "", MaxApprovals, ReadOne).ToValueList());
    }

    /// <summary>Formats approvals as JSON.</summary>
    /// <param name="approvals">The approvals.</param>
    /// <returns>The text.</returns>
    public static string Format(ValueList<TagApproval> approvals) =>
        AnnotationJson.Write(json => AnnotationJson.WriteObjects(json, approvals, one => WriteOne(json, one)));

    /// <summary>Creates a copy of a spec tag with approvals; without any, the annotation goes.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="approvals">The approvals.</param>
    /// <returns>The copy, whose other annotations are the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagReference Write(TagReference tag, ValueList<TagApproval> approvals)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return AnnotationJson.Annotate(tag, Name, approvals.IsEmpty ? null : Format(approvals));
    }

    private static TagApproval ReadOne(GateJsonObject fields) => new()
    {
        Tag = fields.Text("tag", TagGateChecks.MaxName),
        Digest = fields.Digest("digest")!,
        By = fields.Text("by", TagGateChecks.MaxName),
        Until = fields.Time("until"),
    };

    private static void WriteOne(Utf8JsonWriter json, TagApproval approval)
    {
        json.WriteString("tag", approval.Tag);
        json.WriteString("digest", approval.Digest.ToString());
        json.WriteString("by", approval.By);
        AnnotationJson.WriteTime(json, "until", approval.Until);
    }
}
