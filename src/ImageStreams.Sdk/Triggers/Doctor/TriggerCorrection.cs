using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>A value that fixes a <see cref="TriggerFinding"/> when it is written to a field of the object.</summary>
/// <remarks>
/// Offered only when no other correction is possible. All findings in one trigger annotation have the same correction: the
/// whole text of the annotation, with everything corrected that can be. Corrections can therefore be applied in any
/// order, separately or all together.
/// </remarks>
public sealed record TriggerCorrection
{
    /// <summary>
    /// The path of the field, such as <c>metadata.annotations['image.openshift.io/triggers']</c>; a missing field is added.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The value as JSON; that of an annotation is a JSON string.</summary>
    public required RawJson Value { get; init; }

    /// <summary>Formats the path and the value.</summary>
    public override string ToString() => $"{Path} = {Value}";
}
