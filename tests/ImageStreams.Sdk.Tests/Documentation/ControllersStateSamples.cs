using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Tests.Testing;

namespace ImageStreams.Tests.Documentation;

/// <summary>The feed, the reports and the state of <c>docs/how-to/controllers.md</c>.</summary>
public sealed class ControllersStateSamples
{
    [Fact]
    public async Task Feed_OfAClient_TellsControllersOfItsStreams()
    {
        using var world = await ShopWorld.OpenAsync();
        var client = world.Client;
        using var stop = new CancellationTokenSource();
        var cancellationToken = stop.Token;

        // sample: controllers-feed
        var feed = new Reflector<ImageStream>(ObjectSource.FromStreams(client));
        var imports = new ImportController(client);
        var reports = new ControllerReports();
        feed.Objects.Add(imports);
        feed.Objects.Add(reports);   // forgets the results of streams that are deleted

        var running = feed.RunAsync(cancellationToken);
        await feed.WhenSyncedAsync(cancellationToken);
        Console.WriteLine(feed.Status);   // 20 objects at 118
        // end

        var following = Task.Run(
            async () =>
            {
                // sample: controllers-changes
                await foreach (var change in feed.ReadChangesAsync(cancellationToken))
                {
                    Console.WriteLine(change);   // Added ImageStream shop/ruby@7
                }
                // end
            },
            CancellationToken.None);
        var reader = reports.ReadImportsAsync(cancellationToken);
        var reading = Task.Run(
            async () =>
            {
                // sample: controllers-reports-read
                await foreach (var report in reports.ReadImportsAsync(cancellationToken))
                {
                    Console.WriteLine(report);   // shop/python: 3 tags
                }
                // end
            },
            CancellationToken.None);
        imports.Schedule.ScheduleNow(ImageStreamTagName.Parse("shop/python:3.8"), DateTimeOffset.MinValue);

        // sample: controllers-reports-add
        while (imports.Take() is { } job)
        {
            reports.Add(await imports.RunAsync(job, cancellationToken));
        }
        // end

        Assert.NotNull(reports.FindLastImport(ImageStreamName.FromParts("shop", "python")));
        Assert.Equal(0, reader.Dropped);
        await stop.CancelAsync();
        await running;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task State_OfControllers_OutlivesThem()
    {
        using var world = await ShopWorld.OpenAsync();
        var client = world.Client;
        IStateStore store = new InMemoryStateStore();
        using var stop = new CancellationTokenSource();
        var cancellationToken = stop.Token;

        // sample: controllers-state
        var pauses = new RegistryPauses();
        using var registry = new HttpRegistryClient(new RegistryClientOptions { GetPauses = () => pauses });

        var imports = new ImportController(client);
        var state = new ControllerState(store, [imports, new RegistryPauseState(pauses)]);
        await state.LoadAsync(cancellationToken: cancellationToken);   // before imports are run

        imports.Schedule.Pause(ImageStreamName.FromParts("shop", "python"));
        await state.WriteAsync(cancellationToken);                     // or state.RunAsync, which does so every second
        // end

        var next = new ImportController(client);
        await new ControllerState(store, [next]).LoadAsync(cancellationToken: cancellationToken);
        Assert.False(next.Schedule.Pause(ImageStreamName.FromParts("shop", "python")));
    }
}
