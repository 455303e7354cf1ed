using System.Net;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

/// <summary>Compares the table of <c>docs/reference/import-failures.md</c> with the code.</summary>
public sealed class ImportFailurePageTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ImageStream Stream =
        AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a").Build();

    private static readonly Dictionary<string, int> Codes = new(StringComparer.Ordinal)
    {
        ["NotFound"] = 404, ["Unauthorized"] = 401, ["Forbidden"] = 403, ["TooManyRequests"] = 429, ["InternalError"] = 500,
    };

    private static ILookup<string, string[]> Rows { get; } = Repository.Read("docs/reference/import-failures.md")
        .Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
        .ToLookup(cells => cells[0].Trim('`'), StringComparer.Ordinal);

    public static TheoryData<RegistryFailure> Failures => [.. Enum.GetValues<RegistryFailure>()];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Table_EachFailure_ReportsReasonAndRetry(RegistryFailure failure)
    {
        var row = Assert.Single(Rows[failure.ToString()]);

        var failed = await ImportAsync(failure);

        Assert.Equal(
            [$"`{failed.Reason}`", failed.IsTransient ? "yes" : "no", IsScheduled(failed.Reason) ? "yes" : "no"], row[2..5]);
        Assert.NotEmpty(row[5]);
    }

    [Fact]
    public void RegistriesPage_Failures_AreListedOnlyOnTheOtherPage() => Assert.All(Enum.GetNames<RegistryFailure>(), name =>
        Assert.DoesNotContain($"| `{name}` |", Repository.Read("docs/how-to/registries.md"), StringComparison.Ordinal));

    private static async Task<TagImportResult.Failed> ImportAsync(RegistryFailure failure)
    {
        var fault = new RegistryException(failure, "It failed.") { StatusCode = FindStatus(failure) };
        var importer = new ImageImporter(new FailingClient(fault));
        return Assert.IsType<TagImportResult.Failed>(await importer.ImportTagAsync(Stream, "a"));
    }

    private static HttpStatusCode? FindStatus(RegistryFailure failure) =>
        failure == RegistryFailure.ServerError ? HttpStatusCode.ServiceUnavailable : null;

    /// <summary>True if the schedule retries a tag that is not imported periodically.</summary>
    private static bool IsScheduled(string reason)
    {
        var schedule = new ImportSchedule();
        schedule.Set(Stream, Now);
        var status = new KubernetesStatus { Status = "Failure", Reason = reason, Code = Codes[reason] };
        var job = schedule.Take(Now)!;
        schedule.Report(new ImportReport { Job = job, Time = Now, Tags = [new TagImportReport { Tag = "a", Status = status }] });
        return !schedule.Find(ImageStreamName.FromParts("shop", "ruby")).IsEmpty;
    }
}
