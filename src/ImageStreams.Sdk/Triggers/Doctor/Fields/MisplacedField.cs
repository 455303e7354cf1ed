namespace ImageStreams.Triggers;

/// <summary>A field of a trigger that does not exist where it is written.</summary>
/// <param name="Path">The path within the trigger, such as <c>.imageChange.automatic</c>.</param>
/// <param name="Name">The name of the field.</param>
/// <param name="Reason">The mistake, as the second half of a sentence.</param>
/// <param name="IsHarmless">True when the trigger does what the field asks for all the same.</param>
internal sealed record MisplacedField(string Path, string Name, string Reason, bool IsHarmless);
