namespace ImageStreams.Mutation;

/// <summary>The tests that a worker is to run with a mutant, in this order, until one fails.</summary>
internal sealed record Request(int Mutant, IReadOnlyList<int> Tests);
