namespace ImageStreams.Conformance;

/// <summary>One case whose answer differs: the case and the actual answer.</summary>
public sealed record CaseFailure(ConformanceCase Case, string Got);

/// <summary>The outcome of a suite.</summary>
public sealed record SuiteReport(
    string Suite, bool IsBuilt, int Passed, int Skipped, IReadOnlyList<CaseFailure> Failures)
{
    /// <summary>The last line of a run.</summary>
    public static string Total(IReadOnlyCollection<SuiteReport> reports) =>
        Counts(reports.Sum(r => r.Passed), reports.Sum(r => r.Failures.Count), reports.Sum(r => r.Skipped));

    /// <summary>Writes the suite's line and the first differing cases.</summary>
    public void WriteTo(TextWriter output, int show)
    {
        ArgumentNullException.ThrowIfNull(output);

        output.WriteLine(IsBuilt ? $"{Suite}: {Counts(Passed, Failures.Count, Skipped)}" : $"{Suite}: not built");
        foreach (var failure in Failures.Take(show))
        {
            output.WriteLine($"  {failure.Case.Id} {failure.Case.Operation}");
            output.WriteLine($"    input    {failure.Case.Input.GetRawText()}");
            output.WriteLine($"    expected {failure.Case.Expected.GetRawText()}");
            output.WriteLine($"    got      {failure.Got}");
        }
    }

    private static string Counts(int passed, int failed, int skipped) =>
        $"{passed} passed, {failed} failed, {skipped} skipped";
}
