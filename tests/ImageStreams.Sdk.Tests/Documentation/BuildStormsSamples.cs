using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Tests.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Documentation;

public sealed class BuildStormsSamples : StormTestBase
{
    [Fact]
    public async Task Options_OfAllKinds_DelayReactions()
    {
        var target = Target;

        // sample: build-storms-options
        var options = new TriggerControllerOptions
        {
            MaxRunningBuilds = 10,
            BuildRate = new BuildRateOptions { MaxBuilds = 30, Window = TimeSpan.FromMinutes(10) },
            Waves = new BuildWaveOptions { MaxWait = TimeSpan.FromHours(1) },
            MaturityDelay = TimeSpan.FromMinutes(30),
            ChangeWindows = new ChangeWindowsOptions
            {
                TimeZone = "Europe/Berlin",
                Windows =
                {
                    new ChangeWindowOptions
                    {
                        Days = { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday },
                        From = TimeSpan.FromHours(9),
                        To = TimeSpan.FromHours(17),
                    },
                },
                Freezes = { new ChangeFreezeOptions { From = new DateTime(2026, 12, 18), To = new DateTime(2027, 1, 4) } },
            },
        };
        var triggers = new TriggerController(target, options);
        // end

        triggers.PauseEverything();
        triggers.Observe(Stream("ruby", '1'));
        triggers.Observe(Build("app", "ruby"));

        // sample: build-storms-reactions
        while (await triggers.ReactAsync() is { } reaction)
        {
            if (reaction is TriggerReaction.Delayed delayed)
            {
                Console.WriteLine($"{delayed.Object} waits until {delayed.Delay.Until:O}: {delayed.Explanation}");
            }
        }
        // end

        Assert.Empty(target.Requests);

        // sample: build-storms-windows
        var windows = new ChangeWindows(options.ChangeWindows);

        Assert.False(windows.IsOpen(new DateTimeOffset(2026, 12, 17, 16, 0, 0, TimeSpan.Zero)));   // 17:00 in Berlin
        Assert.Equal(
            new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero),
            windows.GetNextOpening(new DateTimeOffset(2026, 12, 17, 16, 0, 0, TimeSpan.Zero)));
        // end
    }

    [Fact]
    public void Pauses_ByName_AreListed()
    {
        var triggers = Create(new TriggerControllerOptions());
        var buildConfig = Build("app", "ruby");

        // sample: build-storms-pauses
        triggers.Pause(TriggerObject.From(buildConfig));
        triggers.Pause(ImageStreamName.FromParts("shop", "ruby"));
        triggers.PauseEverything();

        foreach (var pause in triggers.Pauses)
        {
            Console.WriteLine(pause);   // The stream shop/ruby is paused since 2026-03-03 12:00:00Z.
        }

        triggers.ResumeEverything();
        triggers.Resume(ImageStreamName.FromParts("shop", "ruby"));
        triggers.Resume(TriggerObject.From(buildConfig));
        // end

        Assert.Empty(triggers.Pauses);
    }

    [Fact]
    public async Task State_OverARestart_IsKept()
    {
        var state = new InMemoryStateStore();
        var before = Create(new TriggerControllerOptions { Fuse = new TriggerFuseOptions() });
        before.PauseEverything();
        await state.WriteAsync(before.TakeStateChanges());
        var triggers = Create(new TriggerControllerOptions { Fuse = new TriggerFuseOptions() });
        triggers.Observe(Stream("ruby", '1'));
        triggers.Observe(Build("app", "ruby"));

        // sample: build-storms-state
        triggers.RestoreState(await state.ReadAsync(TriggerController.StateSection));
        triggers.RestoreState(await state.ReadAsync(TriggerController.PauseSection));

        while (await triggers.ReactAsync() is { } reaction)
        {
            await state.WriteAsync(triggers.TakeStateChanges());
        }
        // end

        Assert.Single(triggers.Pauses);
        Assert.Empty(Target.Requests);
    }
}
