namespace ImageStreams.Mutation;

/// <summary>What a worker found out about a mutant.</summary>
internal sealed record Answer(Outcome Outcome, string? Test);
