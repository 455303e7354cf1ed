using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;
using Microsoft.Extensions.Logging;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Importing;

/// <summary>The message of a registry's failure, with its root cause, wherever an import tells of it.</summary>
public sealed class ImportErrorTests : IDisposable
{
    private readonly InMemoryRegistry _registry = new();
    private readonly EmbeddedEngine _engine = new();

    public void Dispose()
    {
        _registry.Dispose();
        _engine.Dispose();
    }

    public static TheoryData<RegistryFault> Faults =>
    [
        new RegistryFault.NetworkFailure(),
        new RegistryFault.Status { Code = System.Net.HttpStatusCode.BadGateway },
        new RegistryFault.Status { Code = System.Net.HttpStatusCode.Unauthorized },
        new RegistryFault.TruncatedBody(),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task MessageOfTheException_IsInResultConditionLogAndProgress(RegistryFault fault)
    {
        using var client = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });
        using var down = _registry.FailUntilDisposed(fault);
        var cause = await Assert.ThrowsAnyAsync<RegistryException>(
            () => client.ResolveAsync(new RegistryRepository { Registry = "quay.io", Name = "app/web" }, "1"));
        var logger = new Lines();
        List<ImportProgress> progress = [];

        var result = await new ImageImporter(client, logger: logger).ImportTagsAsync(
            AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build(), ["a"], new Collector(progress));

        var failed = Assert.IsType<TagImportResult.Failed>(result.Tags[0]);
        Assert.Equal(cause.Message, failed.Message);
        Assert.Equal(cause.Message, result.Stream.Status.Tags[0].Conditions[0].Message);
        Assert.Equal(cause.Message, progress[0].Message);
        Assert.Contains(cause.Message, failed.Explanation, StringComparison.Ordinal);
        Assert.Contains(cause.Message, Assert.Single(logger.Written), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageOfTheException_IsInTheReportAndTheScheduleOfTheController()
    {
        using var down = _engine.Registry.FailUntilDisposed(new RegistryFault.NetworkFailure());
        var controller = new ImportController(_engine.Client, timeProvider: _engine.Time);
        controller.Observe(await _engine.Client.Streams.CreateAsync(AStream("app", FromRegistry("a", "quay.io/app/web:1"))));

        var run = await controller.RunDueAsync();

        var message = (await _engine.Client.Streams.GetAsync("shop", "app")).Status.Tags[0].Conditions[0].Message;
        Assert.Contains("quay.io/app/web", message, StringComparison.Ordinal);
        Assert.Equal(message, run.Failed[0].Status.Message);
        Assert.Equal(message, run.Failed[0].Status.Details!.Causes[0].Message);
        Assert.Equal(message, controller.Schedule.Find(App)[0].Message);
    }

    [Fact]
    public void NewProcess_KnowsTheMessageFromTheCondition()
    {
        var schedule = new ImportSchedule();
        schedule.Set(
            AnImageStream().Tag("a").FollowsImage("quay.io/app/web:a").HasFailed("InternalError").Build(),
            DateTimeOffset.UnixEpoch);

        Assert.Equal("It is InternalError.", schedule.Find(ImageStreamName.FromParts("shop", "ruby"))[0].Message);
    }

    /// <summary>A tag that failed and has not moved is looked up, and not fetched anew; the failure is then gone.</summary>
    [Fact]
    public async Task Older_FailureOfATagThatHasNotMoved_CostsOneHead()
    {
        _registry.Push("app/web:1", SyntheticImage.Create("1"));
        var importer = new ImageImporter(_registry);
        var imported = await importer.ImportTagAsync(AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build(), "a");
        _registry.FailNext(new RegistryFault.NetworkFailure());
        var failed = await importer.ImportTagAsync(imported.Stream, "a");
        Assert.IsType<TagImportResult.Failed>(failed);
        _registry.ClearRequests();

        var again = await importer.ImportTagAsync(failed.Stream, "a");

        Assert.IsType<TagImportResult.Unchanged>(again);
        Assert.Equal(["HEAD"], _registry.Requests.Select(request => request.Method));
        var history = again.Stream.Status.Tags[0];
        Assert.True(history.Conditions.IsEmpty);
        Assert.Equal(again.Stream.Spec.Tags[0].Generation, history.Latest!.Generation);
        Assert.Equal(imported.Stream.Status.Tags[0].Latest!.Image, history.Latest.Image);
    }

    private sealed class Collector(List<ImportProgress> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Add(value);
    }

    private sealed class Lines : ILogger<ImageImporter>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
