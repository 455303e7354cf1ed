namespace ImageStreams.Mutation;

/// <summary>The tests of a room, and the mutants that they reach.</summary>
internal sealed class Coverage
{
    private readonly ILookup<int, TestCoverage> _byMutant;
    private readonly HashSet<int> _once;

    public Coverage(CoverageRecord record)
    {
        var tests = record.Tests.OrderBy(test => test.Duration).ToList();
        Failing = [.. tests.Where(test => !test.Passed).Select(test => test.Name)];
        Duration = tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration);
        _byMutant = tests.SelectMany(test => test.Reached, (test, mutant) => (test, mutant)).ToLookup(pair => pair.mutant, pair => pair.test);
        _once = [.. record.ReachedEarly, .. tests.SelectMany(test => test.ReachedInStatics)];
    }

    /// <summary>The names of the tests that fail without a mutant.</summary>
    public IReadOnlyList<string> Failing { get; }

    /// <summary>The time that all tests take.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Determines whether a mutant is reached at all.</summary>
    public bool IsReached(int mutant) => _byMutant.Contains(mutant) || _once.Contains(mutant);

    /// <summary>Returns the tests that reach a mutant, the shortest first.</summary>
    public IReadOnlyList<TestCoverage> TestsFor(int mutant) => [.. _byMutant[mutant]];
}
