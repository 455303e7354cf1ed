using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Tests.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Tests.Documentation;

public sealed class ControllersSamples
{
    [Fact]
    public async Task Imports_ThatAreDue_AreRun()
    {
        using var world = await ShopWorld.OpenAsync();
        var client = world.Client;
        var stream = await client.Streams.GetAsync("shop", "python");

        // sample: controllers-imports
        var imports = new ImportController(client);
        imports.Observe(stream);

        while (imports.Take() is { } job)
        {
            var report = await imports.RunAsync(job);
            foreach (var tag in report.Tags.Where(tag => !tag.IsSuccess))
            {
                Console.WriteLine($"{report.Job.Stream}:{tag.Tag}: {tag.Status.Message}");
            }
        }
        // end

        Assert.NotNull(imports.NextDue);
    }

    [Fact]
    public async Task Schedule_WithOptions_ReportsWhenEachTagIsDue()
    {
        using var world = await ShopWorld.OpenAsync();
        var client = world.Client;
        var cancellationToken = CancellationToken.None;

        // sample: controllers-schedule
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            RegistryIntervals = { new() { Registry = "docker.io", Interval = TimeSpan.FromHours(1) } },
            TagInterval = (stream, tag) => tag.Name == "latest" ? TimeSpan.FromMinutes(5) : null,
        });
        var imports = new ImportController(client, schedule);
        foreach (var stream in (await client.Streams.ListAsync("shop")).Items)
        {
            imports.Observe(stream);
        }

        await imports.RunDueAsync(maxConcurrency: 8, cancellationToken);

        var python = ImageStreamName.FromParts("shop", "python");
        schedule.Pause(python);                       // or one of its tags: python.WithTag("3.12")
        foreach (var tag in schedule.Find(python))
        {
            Console.WriteLine($"{tag.Tag}: checked {tag.LastChecked}, next {tag.NextCheck}, every {tag.Interval}, {tag.Reason}");
        }
        // end

        Assert.All(schedule.Find(python), tag => Assert.True(tag.IsPaused));
        Assert.False(schedule.Pause(python));
    }

    [Fact]
    public async Task Imports_InALoop_RunWhenTheyAreDue()
    {
        using var world = await ShopWorld.OpenAsync();
        using var stop = new CancellationTokenSource();
        var cancellationToken = stop.Token;
        var imports = new ImportController(world.Client);
        imports.Observe(await world.Client.Streams.GetAsync("shop", "python"));
        var python = ImageStreamName.FromParts("shop", "python");
        imports.Schedule.ScheduleNow(python.WithTag("3.8"), DateTimeOffset.UnixEpoch);
        imports.NextDueChanged += (_, _) => StopWhen(imports.Schedule.Find(python).All(tag => tag.LastChecked is not null));

        void StopWhen(bool isChecked)
        {
            if (isChecked)
            {
                stop.Cancel();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // sample: controllers-loop
            while (!cancellationToken.IsCancellationRequested)
            {
                await imports.WaitUntilDueAsync(cancellationToken);   // or use NextDue and NextDueChanged with a timer of your own
                var run = await imports.RunDueAsync(maxConcurrency: 8, cancellationToken);

                Console.WriteLine(run);   // 3 imported, 40 unchanged, 1 failed, next at 2026-11-30 10:15:00Z
                foreach (var failed in run.Failed)
                {
                    Console.WriteLine(failed);   // shop/python:3.13: NotFound, …
                }
            }
            // end

            cancellationToken.ThrowIfCancellationRequested();
        });
    }

    [Fact]
    public async Task Triggers_OfObservedObjects_CauseReactions()
    {
        using var world = await ShopWorld.OpenAsync();
        var stream = await world.Client.Streams.GetAsync("shop", "python");
        var buildConfig = ShopWorld.MyappBuild();
        var target = new PrintingTarget();
        ILoggerFactory loggers = NullLoggerFactory.Instance;

        // sample: controllers-triggers
        var options = new TriggerControllerOptions
        {
            Fuse = new TriggerFuseOptions { MaxFirings = 5, Window = TimeSpan.FromMinutes(10) },
            MaxRunningBuilds = 10,
        };
        var triggers = new TriggerController(target, options, logger: loggers.CreateLogger<TriggerController>());
        triggers.Observe(stream);
        triggers.Observe(buildConfig);

        while (await triggers.ReactAsync() is { } reaction)
        {
            Console.WriteLine($"{reaction.Object}: {reaction.Explanation}");
        }
        // end

        Assert.Equal((1, 1), (target.Builds, triggers.RunningBuilds));

        // sample: controllers-build-ended
        triggers.ReportBuildEnded(TriggerObject.From(buildConfig));
        // end

        Assert.Equal(0, triggers.RunningBuilds);
        Assert.Empty(triggers.Trips);
    }

    [Fact]
    public void Fuse_OnItsOwn_HoldsObjectsThatFireTooOften()
    {
        var buildConfig = ShopWorld.MyappBuild();

        // sample: controllers-fuse
        var fuse = new TriggerFuse(new TriggerFuseOptions { MaxFirings = 1 });
        var myapp = TriggerObject.From(buildConfig);

        Assert.True(fuse.TryFire(myapp));
        Assert.False(fuse.TryFire(myapp));
        Assert.Equal(
            "BuildConfig shop/myapp fired 1 time within 01:00:00 and is held until it is released.",
            fuse.Find(myapp)!.Explanation);

        fuse.Release(myapp);
        Assert.True(fuse.TryFire(myapp));
        // end
    }

    // sample: controllers-target
    internal sealed class PrintingTarget : ITriggerTarget
    {
        public int Builds { get; private set; }

        public ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
        {
            Builds++;
            Console.WriteLine($"build {buildConfig.Metadata.Name} for {request.TriggeredByImage?.Name}");
            return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
        }

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
            ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
            ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }
    // end
}
