using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Controllers;

public sealed class ImportControllerTests : IDisposable
{
    private static readonly SyntheticImage First = SyntheticImage.Create("first");
    private readonly EmbeddedEngine _engine = new();
    private readonly ImportController _controller;

    public ImportControllerTests()
    {
        _controller = new ImportController(_engine.Client, timeProvider: _engine.Time);
        _engine.Registry.Push("app/web:1", First);
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task RunDue_ManyStreams_RunsEachOnce(int atOnce)
    {
        for (var i = 0; i < 20; i++)
        {
            _controller.Observe(await _engine.Client.Streams.CreateAsync(
                AStream($"s{i}", FromRegistry("a", "quay.io/app/web:1"))));
        }

        Assert.Equal(20, (await _controller.RunDueAsync(atOnce)).Imported.Count);
        Assert.Empty((await _controller.RunDueAsync(atOnce)).Reports);
        Assert.All(
            (await _engine.Client.Streams.ListAsync("shop")).Items,
            stream => Assert.Equal(First.Digest.ToString(), stream.Status.Tags.Find("a")!.Items[0].Image));
    }

    [Fact]
    public async Task RunDue_NewAndScheduledTagsOfOneStream_DoNotConflict()
    {
        var scheduled = FromRegistry("a", "quay.io/app/web:1") with { ImportPolicy = new TagImportPolicy { Scheduled = true } };
        _controller.Observe(await _engine.Client.Streams.CreateAsync(AStream("ruby", scheduled)));
        await _controller.RunDueAsync();
        _engine.Time.Advance(ImportScheduleOptions.DefaultInterval);
        var stream = await _engine.Client.Streams.GetAsync("shop", "ruby");
        _controller.Observe(await _engine.Client.Streams.UpdateAsync(
            stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(FromRegistry("b", "quay.io/app/web:1")) } }));

        List<ImportReport> reports = [await _controller.RunAsync(_controller.Take()!), await _controller.RunAsync(_controller.Take()!)];

        Assert.All(reports, report => Assert.Null(report.Refusal));
        Assert.Equal(["b", "a"], reports.SelectMany(report => report.Tags).Select(tag => tag.Tag));
    }

    [Fact]
    public async Task RunDue_NoneAtOnce_IsOutOfRange() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _controller.RunDueAsync(0));

    [Fact]
    public async Task Run_RepositoryOfAStream_ReportsItAndItsTags()
    {
        var report = await RunAsync("quay.io/app/web");

        Assert.Equal("Success", report.Repository!.Status);
        Assert.Equal(["1"], report.RepositoryTags.Select(tag => tag.Tag));
        Assert.Null(_controller.NextDue);
    }

    [Fact]
    public async Task Run_RepositoryOfAFailingRegistry_IsDueAgain()
    {
        using var down = _engine.Registry.FailUntilDisposed(new RegistryFault.NetworkFailure());

        var report = await RunAsync("quay.io/app/web");

        Assert.Equal("InternalError", report.Repository!.Reason);
        Assert.Equal(_engine.Time.GetUtcNow() + ImportScheduleOptions.DefaultRetryDelay, _controller.NextDue);
    }

    [Fact]
    public async Task Run_RepositoryWithATransientTagFailure_IsDueAgain()
    {
        _engine.Registry.FailNext(new RegistryFault.NetworkFailure(), new RegistryRequestFilter { Method = "HEAD" });

        var report = await RunAsync("quay.io/app/web");

        Assert.True(report.RepositoryTags[0].IsTransient);
        _engine.Time.SetUtcNow(_controller.NextDue!.Value);
        Assert.Single((await _controller.RunDueAsync()).Reports);
        Assert.Single((await _engine.Client.Streams.GetAsync("shop", "ruby")).Status.Tags.Find("1")!.Items);
    }

    private async Task<ImportReport> RunAsync(string repository)
    {
        var stream = AStream("ruby");
        _controller.Observe(await _engine.Client.Streams.CreateAsync(
            stream with { Spec = stream.Spec with { DockerImageRepository = repository } }));
        return await _controller.RunAsync(_controller.Take()!);
    }
}
