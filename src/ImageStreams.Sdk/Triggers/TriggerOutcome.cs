using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The outcome of evaluating one image-change trigger.</summary>
public abstract record TriggerOutcome
{
    private protected TriggerOutcome()
    {
    }

    /// <summary>The status of the trigger.</summary>
    public required TriggerStatus Status { get; init; }

    /// <summary>
    /// The pull spec of the image that the tag points to; for a deployment configuration whose tag no longer points to an
    /// image, that of its last image. Null when the tag was not looked up or has no image.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>
    /// The tag that the trigger listens to; null when it names none. Its namespace is empty when the trigger does not
    /// name one; the namespace of the object then applies.
    /// </summary>
    public abstract ImageStreamTagName? Tag { get; }

    /// <summary>The outcome in one sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public sealed override string ToString() => Explanation;

    /// <summary>Returns a name for a sentence: a missing one in quotation marks, so that the sentence has no gap.</summary>
    private protected static string ShowName(string? name) => PrintableText.ShowName(name);

    /// <summary>Explains that a tag was passed over, and the remedy.</summary>
    private protected static string ExplainUnversioned(string? name) =>
        $"{ShowName(name)} points to an image, but its stream has no numeric resourceVersion and is passed over; "
        + $"set {nameof(StreamTagLookup.AcceptUnversioned)} of the lookup for streams from files.";

    private protected static string ExplainWrongKind(string? kind) => string.IsNullOrEmpty(kind)
        ? "The trigger names no kind; only an ImageStreamTag can fire."
        : $"The trigger names the kind {kind}; only an ImageStreamTag can fire.";

    private protected static ImageStreamTagName? FindTagName(string? kind, string? ns, string? name) =>
        kind == ReferenceKinds.ImageStreamTag && ImageStreamTagName.TrySplit(name ?? "", out var stream, out var tag)
            ? ImageStreamTagName.FromParts(ns ?? "", stream.ToString(), tag.ToString())
            : null;
}
