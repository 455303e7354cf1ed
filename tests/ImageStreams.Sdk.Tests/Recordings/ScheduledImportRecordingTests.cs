using System.Globalization;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Recordings;

/// <summary>A tag of a registry moves while a stream follows it on schedule, as recorded.</summary>
/// <remarks>The interval here is chosen so that the import runs at the recorded moment.</remarks>
public sealed class ScheduledImportRecordingTests : IDisposable
{
    private const string RecordedFirst = "sha256:865808cc0f9d0892bae9d24e509b860c976d4a5603dc24e37a3494c177674702";
    private const string RecordedSecond = "sha256:de32a74499b61433d5bbb7e997d52eb16a8ab75ccb4e5f4374d541ceb2e6354b";
    private static readonly SyntheticImage First = SyntheticImage.Create("mutable 1");
    private static readonly SyntheticImage Second = SyntheticImage.Create("mutable 2");
    private readonly InMemoryRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [RecordingsFact]
    public async Task Schedule_TagThatMoved_MakesTheRecordedStream()
    {
        var exchanges = ExchangeReader.Read(Path.Combine(Scenario.Folder, "scheduled-import.jsonl"), Translate);
        var (requested, moved) = (exchanges[0], exchanges.Single(exchange => exchange.Sequence == 31));
        var timeProvider = new FakeTimeProvider(requested.Start);
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_registry, timeProvider), timeProvider: timeProvider);
        var controller = CreateController(client, GetTime(moved) - requested.Start, timeProvider);
        _registry.Push("test/mutable:stable", First);
        _registry.Push("test/mutable:fixed", First);
        var before = (await client.Imports.CreateAsync(requested.Request.Read<ImageStreamImport>())).Status.Import!;

        controller.Observe(before);
        _registry.Push("test/mutable:stable", Second);
        _registry.Push("test/mutable:fixed", Second);
        var early = await controller.RunDueAsync();
        timeProvider.SetUtcNow(controller.NextDue!.Value);
        var due = await controller.RunDueAsync();

        Assert.Equal((0, 1), (early.Reports.Count, due.Imported.Count));
        var comparison = new AnswerComparison(new Identities());
        comparison.Compare(moved.Body, Answer.FromObject(200, ImageStream.KindName, await client.Streams.GetAsync("schedns", "m")).Body);
        Assert.Empty(comparison.Differences);
    }

    [RecordingsFact]
    public async Task Schedule_TagThatHasNotMoved_WritesNothing()
    {
        var requested = ExchangeReader.Read(Path.Combine(Scenario.Folder, "scheduled-import.jsonl"), Translate)[0];
        var timeProvider = new FakeTimeProvider(requested.Start);
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_registry, timeProvider), timeProvider: timeProvider);
        var controller = CreateController(client, TimeSpan.FromSeconds(20), timeProvider);
        _registry.Push("test/mutable:stable", First);
        _registry.Push("test/mutable:fixed", First);
        var before = (await client.Imports.CreateAsync(requested.Request.Read<ImageStreamImport>())).Status.Import!;
        controller.Observe(before);

        for (var round = 0; round < 3; round++)
        {
            timeProvider.SetUtcNow(controller.NextDue!.Value);
            Assert.Single((await controller.RunDueAsync()).Unchanged);
        }

        Assert.Equal(before.Metadata.ResourceVersion, (await client.Streams.GetAsync("schedns", "m")).Metadata.ResourceVersion);
    }

    private static ImportController CreateController(IImageStreamClient client, TimeSpan interval, TimeProvider timeProvider) =>
        new(client, new ImportSchedule(new ImportScheduleOptions { Interval = interval, Jitter = 0 }), timeProvider);

    private static string Translate(string line) => line
        .Replace(RecordedFirst, First.Digest.ToString(), StringComparison.Ordinal)
        .Replace(RecordedSecond, Second.Digest.ToString(), StringComparison.Ordinal);

    /// <summary>The time when the recorded controller was done.</summary>
    private static DateTimeOffset GetTime(Exchange read) => DateTimeOffset.Parse(
        (string)read.Body!["metadata"]!["annotations"]!["openshift.io/image.dockerRepositoryCheck"]!, CultureInfo.InvariantCulture);
}
