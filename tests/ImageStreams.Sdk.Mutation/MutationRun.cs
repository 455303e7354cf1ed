namespace ImageStreams.Mutation;

/// <summary>
/// Tries every mutant: first against the tests that reach it, one mutant after the other in the same process. What survives
/// there, or is reached in static fields alone, is tried against every test in a process of its own, where nothing is cached.
/// </summary>
internal sealed class MutationRun(WorkerPool workers, Coverage coverage, TextWriter output)
{
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(10);

    /// <summary>Tries mutants, and tells about each.</summary>
    public IReadOnlyList<MutantResult> Try(IReadOnlyList<Mutant> mutants) => [.. mutants.Select(Try)];

    private MutantResult Try(Mutant mutant)
    {
        var answer = coverage.IsCovered(mutant.Id) ? TryCovered(mutant.Id) : new Answer(Outcome.NotCovered, null);
        output.WriteLine($"{mutant.Id} {answer.Outcome} {mutant.File}:{mutant.Line} {answer.Test}");
        return new MutantResult(mutant, answer.Outcome, answer.Test);
    }

    private Answer TryCovered(int mutant)
    {
        var quick = coverage.IsStatic(mutant)
            ? new Answer(Outcome.Unsure, null)
            : Ask(workers.Current(), mutant, coverage.TestsFor(mutant));
        return quick.Outcome is Outcome.Survived or Outcome.Unsure ? TryAlone(mutant) : quick;
    }

    private Answer TryAlone(int mutant)
    {
        var answer = Ask(workers.Fresh(), mutant, coverage.AllTestsFor(mutant));
        return answer.Outcome == Outcome.Unsure ? answer with { Outcome = Outcome.Killed } : answer;
    }

    private Answer Ask(WorkerProcess worker, int mutant, IReadOnlyList<TestCoverage> tests)
    {
        var usual = tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration);
        var limit = TimeSpan.FromTicks(Math.Max(LeastLimit.Ticks, usual.Ticks * 20));
        var answer = worker.Try(new Request(mutant, [.. tests.Select(test => test.Test)]), limit);
        if (answer.Outcome is not (Outcome.Survived or Outcome.Killed))
        {
            workers.Retire();
        }

        return answer;
    }
}
