using System.Text.Json;

namespace ImageStreams.Conformance;

/// <summary>Runs the cases of one file against the suite of that name.</summary>
public static class SuiteRunner
{
    /// <summary>The outcome of every case of a file; a suite that is not implemented skips all of them.</summary>
    public static SuiteReport Run(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        var suite = SuiteCatalog.Find(file.Suite);
        var (passed, skipped) = (0, 0);
        var failures = new List<CaseFailure>();
        foreach (var @case in file.Read())
        {
            if (suite is null || @case.IsUnspecified)
            {
                skipped++;
            }
            else if (Check(suite, @case) is { } failure)
            {
                failures.Add(failure);
            }
            else
            {
                passed++;
            }
        }

        return new SuiteReport(file.Suite, suite is not null, passed, skipped, failures);
    }

    private static CaseFailure? Check(ISuite suite, ConformanceCase @case)
    {
        string got;
        try
        {
            got = suite.Answer(@case.Operation, @case.Input)?.ToJsonString(Output) ?? "null";
        }
#pragma warning disable CA1031 // Whatever the code under test throws is the failure to report.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new CaseFailure(@case, e.ToString());
        }

        using var answer = JsonDocument.Parse(got, new JsonDocumentOptions { MaxDepth = 512 });
        return suite.Comparison.Matches(@case.Expected, answer.RootElement) ? null : new CaseFailure(@case, got);
    }

    private static JsonSerializerOptions Output { get; } = new() { MaxDepth = 512 };
}
