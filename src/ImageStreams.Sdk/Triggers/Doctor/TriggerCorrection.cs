using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>What is to stand at a place of an object so that a <see cref="TriggerFinding"/> vanishes.</summary>
/// <remarks>
/// Offered only where it cannot mean anything else. All findings in one trigger annotation have the same correction: the
/// annotation's whole text with everything mended that can be. So corrections may be made in any order, one or all.
/// </remarks>
public sealed record TriggerCorrection
{
    /// <summary>
    /// The place, such as <c>metadata.annotations['image.openshift.io/triggers']</c>; a field that is not there is added.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The value as JSON; that of an annotation is a JSON string.</summary>
    public required RawJson Value { get; init; }

    /// <summary>The place and its value.</summary>
    public override string ToString() => $"{Path} = {Value}";
}
