namespace ImageStreams.Mutation;

/// <summary>
/// Tries every mutant: first against the tests that reach it, one mutant after the other in the same process. What survives
/// there is tried against every test in a process of its own, where it is on from the start and nothing is cached.
/// </summary>
internal sealed class MutationRun(WorkerPool workers, Coverage coverage, TextWriter output)
{
    /// <summary>Tries mutants, and tells about each.</summary>
    public IReadOnlyList<MutantResult> Try(IReadOnlyList<Mutant> mutants) => [.. mutants.Select(Try)];

    private MutantResult Try(Mutant mutant)
    {
        var answer = coverage.IsReached(mutant.Id) ? TryReached(mutant.Id) : new Answer(Outcome.NotCovered, null);
        output.WriteLine($"{mutant.Id} {answer.Outcome} {mutant.File}:{mutant.Line} {answer.Test}");
        return new MutantResult(mutant, answer.Outcome, answer.Test);
    }

    private Answer TryReached(int mutant)
    {
        var answer = TryAmongOthers(mutant, coverage.TestsFor(mutant));
        return answer.Outcome is Outcome.Killed or Outcome.TimedOut ? answer : TryAlone(mutant);
    }

    private Answer TryAmongOthers(int mutant, IReadOnlyList<TestCoverage> tests)
    {
        var usual = tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration);
        var answer = workers.Current().Try(new Request(mutant, [.. tests.Select(test => test.Test)]), Limit(usual));
        if (answer.Outcome is not (Outcome.Survived or Outcome.Killed))
        {
            workers.Retire();
        }

        return answer;
    }

    private Answer TryAlone(int mutant)
    {
        using var worker = workers.StartWith(mutant);
        var answer = worker.Try(new Request(mutant, [.. Enumerable.Range(0, worker.Tests)]), Limit(coverage.Duration));
        return answer.Outcome == Outcome.Unsure ? answer with { Outcome = Outcome.Killed } : answer;
    }

    private static TimeSpan Limit(TimeSpan usual) => TimeSpan.FromSeconds(10) + (5 * usual);
}
