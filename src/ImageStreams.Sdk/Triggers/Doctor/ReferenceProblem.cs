namespace ImageStreams.Triggers;

/// <summary>What is wrong with how a trigger says what it listens to.</summary>
/// <param name="Rule">What was looked for.</param>
/// <param name="Field">The field of the reference.</param>
/// <param name="Message">Why, in a sentence.</param>
/// <param name="Corrected">The text that belongs there; null where that is not certain.</param>
internal readonly record struct ReferenceProblem(TriggerRule Rule, string Field, string Message, string? Corrected);
