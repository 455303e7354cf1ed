using ImageStreams.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>Imports in a host.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task Start_StreamThatExists_IsImported()
    {
        await using var rig = HostRig.Create(static streams => streams.AddImportController());
        var pushed = Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());

        await rig.Host.StartAsync();

        await rig.AdvanceUntilAsync(() => rig.Reports.FindLastImport(Shop.Name()) is not null);
        Assert.Equal(pushed, await rig.FindImageAsync("ruby", "1"));
    }

    [Fact]
    public async Task Interval_IsOver_ImportsTheNewImage()
    {
        await using var rig = await HostRig.StartAsync(static streams =>
            streams.AddImportController(static imports => imports.Interval = TimeSpan.FromMinutes(5)));
        Shop.Push(rig.Parts, "one");
        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.AdvanceUntilAsync(() => rig.FindLastChecked("ruby", "1") is not null);
        var first = rig.FindLastChecked("ruby", "1");

        var second = Shop.Push(rig.Parts, "two");
        await rig.AdvanceUntilAsync(() => rig.FindLastChecked("ruby", "1") > first, TimeSpan.FromSeconds(10));

        Assert.Equal(second, await rig.FindImageAsync("ruby", "1"));
        Assert.InRange(rig.FindLastChecked("ruby", "1") - first ?? default, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Stream_CreatedAndDeletedLater_IsFollowed()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        Shop.Push(rig.Parts, "one");

        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.AdvanceUntilAsync(() => rig.FindLastChecked("ruby", "1") is not null);
        await rig.Client.Streams.DeleteAsync(Shop.Namespace, "ruby");

        await rig.AdvanceUntilAsync(() => rig.Imports.Schedule.Find(Shop.Name()).Count == 0);
        Assert.Null(rig.Reports.FindLastImport(Shop.Name()));
    }

    [Fact]
    public async Task Imports_OfManyStreams_RunAFewAtATime()
    {
        await using var rig = HostRig.Create(static streams => streams
            .AddImportController().ConfigureControllerHost(static host => host.MaxConcurrentImports = 3));
        rig.Parts.Gate.Close();
        foreach (var name in Enumerable.Range(0, 10).Select(static i => $"app{i}"))
        {
            Shop.Push(rig.Parts, "one", name);
            await rig.Client.Streams.CreateAsync(Shop.Stream(name));
        }

        await rig.Host.StartAsync();
        await rig.AdvanceUntilAsync(() => rig.Parts.Gate.Waiting == 3);
        rig.Parts.Gate.Open();
        await rig.AdvanceUntilAsync(() => rig.Reports.LastImports.Count == 10);

        Assert.Equal(3, rig.Parts.Gate.MostWaiting);
        Assert.All(rig.Reports.LastImports, static report => Assert.Equal(ImportOutcome.Imported, report.Tags.Single().Outcome));
    }

    [Fact]
    public async Task FailedImport_IsReportedWithItsRootCause()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());

        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.AdvanceUntilAsync(() => rig.Reports.FindLastImport(Shop.Name()) is not null);

        var tag = rig.Reports.FindLastImport(Shop.Name())!.Tags.Single();
        Assert.Equal(("1", ImportOutcome.Failed, "NotFound"), (tag.Tag, tag.Outcome, tag.Status.Reason));
    }
}
