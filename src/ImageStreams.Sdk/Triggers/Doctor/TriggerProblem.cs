namespace ImageStreams.Triggers;

/// <summary>A problem of the reference of a trigger, or of the tag that the reference names.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The problem in one sentence.</param>
/// <param name="Field">The field of the reference; null when the problem is one of the tag.</param>
/// <param name="Corrected">The correct text of the field; null when it is not certain.</param>
internal readonly record struct TriggerProblem(
    TriggerRule Rule, string Message, string? Field = null, string? Corrected = null);
