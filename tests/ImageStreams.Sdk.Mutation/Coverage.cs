namespace ImageStreams.Mutation;

/// <summary>The tests of a room, and the mutants that they reach.</summary>
internal sealed class Coverage(IReadOnlyList<TestCoverage> tests)
{
    private readonly ILookup<int, TestCoverage> _testsOf =
        tests.SelectMany(test => test.Reached.Select(mutant => (mutant, test))).ToLookup(pair => pair.mutant, pair => pair.test);

    private readonly HashSet<int> _inStatics = [.. tests.SelectMany(test => test.ReachedInStatics)];

    /// <summary>The names of the tests that fail without a mutant.</summary>
    public IEnumerable<string> Failing => tests.Where(test => !test.Passed).Select(test => test.Name);

    /// <summary>Whether a test reaches a mutant.</summary>
    public bool IsCovered(int mutant) => _testsOf.Contains(mutant) || IsStatic(mutant);

    /// <summary>Whether a mutant is reached in the initialization of a type, which happens once in a process.</summary>
    public bool IsStatic(int mutant) => _inStatics.Contains(mutant);

    /// <summary>The tests that reach a mutant, the shortest first.</summary>
    public IReadOnlyList<TestCoverage> TestsFor(int mutant) => [.. _testsOf[mutant].OrderBy(test => test.Duration)];

    /// <summary>Every test: first those that reach a mutant, and then the others.</summary>
    public IReadOnlyList<TestCoverage> AllTestsFor(int mutant) =>
        [.. TestsFor(mutant).Union(tests.OrderBy(test => test.Duration))];
}
