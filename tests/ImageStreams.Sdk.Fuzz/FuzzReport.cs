using System.Globalization;

namespace ImageStreams.Fuzz;

/// <summary>The figures of a run.</summary>
internal sealed class FuzzReport(ulong seed, IReadOnlyList<TargetRun> runs)
{
    public IReadOnlyList<FuzzFailure> Failures { get; } = [.. runs.Select(run => run.Failure).OfType<FuzzFailure>()];

    public long Inputs => runs.Sum(run => run.Inputs);

    public void WriteTo(TextWriter output)
    {
        foreach (var run in runs)
        {
            output.WriteLine(Describe(run.Name, run.Inputs, run.Elapsed));
        }

        output.WriteLine(Describe($"seed {seed}", Inputs, runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Elapsed)));
        foreach (var failure in Failures)
        {
            output.WriteLine(failure);
        }
    }

    private static string Describe(string name, long inputs, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28} {inputs,14:N0} inputs {inputs / Math.Max(0.001, elapsed.TotalSeconds),12:N0} per second");
}
