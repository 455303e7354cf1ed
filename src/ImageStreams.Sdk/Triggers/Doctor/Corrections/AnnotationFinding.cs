using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>A finding in a trigger annotation, before the annotation is mended as a whole.</summary>
/// <param name="Rule">What was looked for.</param>
/// <param name="Path">Where it stands in the object.</param>
/// <param name="Message">Why, in a sentence.</param>
/// <param name="Tag">The tag that is concerned.</param>
/// <param name="IsCorrected">Whether the mended annotation mends it.</param>
internal readonly record struct AnnotationFinding(
    TriggerRule Rule, string Path, string Message, ImageStreamTagName? Tag, bool IsCorrected);
