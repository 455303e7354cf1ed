namespace ImageStreams.Mutation;

/// <summary>The result of a worker for a mutant.</summary>
internal sealed record Answer(Outcome Outcome, string? Test);
