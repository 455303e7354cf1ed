namespace ImageStreams.Mutation;

/// <summary>A test, how long it takes, and the mutants that it reaches.</summary>
internal sealed record TestCoverage(int Test, string Name, bool Passed, TimeSpan Duration, IReadOnlyList<int> Reached, IReadOnlyList<int> ReachedInStatics);
