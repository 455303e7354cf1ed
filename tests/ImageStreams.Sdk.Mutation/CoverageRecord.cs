namespace ImageStreams.Mutation;

/// <summary>The tests of a room, and the mutants that are reached while the tests are found, before the first one runs.</summary>
internal sealed record CoverageRecord(IReadOnlyList<TestCoverage> Tests, IReadOnlyList<int> ReachedEarly);
