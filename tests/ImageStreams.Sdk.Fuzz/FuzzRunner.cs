namespace ImageStreams.Fuzz;

/// <summary>Runs targets in turn, each for the same time.</summary>
internal sealed class FuzzRunner(FuzzOptions options, TimeProvider time)
{
    private const int Batch = 64;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs until the time is over; a target that failed is not run again.</summary>
    public FuzzReport Run(IReadOnlyList<FuzzTarget> targets)
    {
        var runs = targets.Select(target => new TargetRun(target, options.Seed)).ToList();
        if (options.Iteration is { } iteration)
        {
            runs.ForEach(run => run.RunOne(iteration));
            return new FuzzReport(options.Seed, runs);
        }

        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < options.Duration && runs.Exists(run => run.Failure is null))
        {
            runs.ForEach(RunSlice);
        }

        return new FuzzReport(options.Seed, runs);
    }

    private void RunSlice(TargetRun run)
    {
        var start = time.GetTimestamp();
        while (run.Failure is null && time.GetElapsedTime(start) < Slice)
        {
            run.Run(Math.Max(1, Batch / run.Cost));
        }

        run.Elapsed += time.GetElapsedTime(start);
    }
}
