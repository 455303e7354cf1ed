using System.Net;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class ImportFailuresSamples : IDisposable
{
    private readonly InMemoryRegistry _registry = new();
    private readonly ImageStream _stream =
        AnImageStream().AtGeneration(2).Tag("latest", 2).FollowsImage("quay.io/team/app:1.0").Build();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Outcome_OfAFailedImport_ExplainsWhatToDo()
    {
        _registry.RequireBasic("robot", "secret");
        var (importer, stream, advice) = (new ImageImporter(_registry), _stream, "");

        // sample: import-failures-outcome
        if (await importer.ImportTagAsync(stream, "latest") is TagImportResult.Failed failed)
        {
            advice = failed switch
            {
                { IsTransient: true } => $"wait {failed.RetryAfter ?? TimeSpan.FromMinutes(1)}",
                { Failure: RegistryFailure.Unauthorized or RegistryFailure.Denied } => "check the credentials",
                { Failure: null } => "the image itself cannot be used",
                _ => failed.Message,
            };
        }
        // end

        Assert.Equal("check the credentials", advice);
    }

    [Fact]
    public async Task Condition_OfAFailedImport_StaysWithTheTag()
    {
        var stream = (await new ImageImporter(_registry).ImportTagAsync(_stream, "latest")).Stream;
        var lines = new List<string>();

        // sample: import-failures-condition
        foreach (var tag in stream.Status.Tags)
        {
            foreach (var condition in tag.Conditions.Where(condition => condition.Status == ConditionStatus.False))
            {
                lines.Add($"{tag.Tag}: {condition.Reason} since {condition.LastTransitionTime}: {condition.Message}");
            }
        }
        // end

        Assert.StartsWith("latest: NotFound since ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_OfAFailedImport_ReportsWhenItIsRetried()
    {
        _registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests });
        using var once = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(once));
        var metadata = new ObjectMeta { Name = "app", Namespace = "shop" };
        var stream = await client.Streams.CreateAsync(_stream with { Metadata = metadata });
        var lines = new List<string>();

        // sample: import-failures-schedule
        var imports = new ImportController(client);
        imports.Observe(stream);
        while (imports.Take() is { } job)
        {
            await imports.RunAsync(job);
            foreach (var tag in imports.Schedule.Find(job.Stream).Where(tag => tag.Failures > 0))
            {
                lines.Add($"{tag.Tag}: {tag.Reason}, failed {tag.Failures} times, next try at {tag.NextCheck}");
            }
        }
        // end

        Assert.StartsWith("latest: TooManyRequests, failed 1 times", Assert.Single(lines), StringComparison.Ordinal);
    }
}
