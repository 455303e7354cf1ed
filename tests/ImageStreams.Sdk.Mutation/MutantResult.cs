namespace ImageStreams.Mutation;

/// <summary>A mutant, what became of it, and the test that failed on it, if one did.</summary>
internal sealed record MutantResult(Mutant Mutant, Outcome Outcome, string? Test);
