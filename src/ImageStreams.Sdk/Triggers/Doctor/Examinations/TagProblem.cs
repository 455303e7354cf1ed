namespace ImageStreams.Triggers;

/// <summary>Why a trigger on a tag will not fire.</summary>
/// <param name="Rule">What was looked for.</param>
/// <param name="Message">Why, in a sentence.</param>
internal readonly record struct TagProblem(TriggerRule Rule, string Message);
