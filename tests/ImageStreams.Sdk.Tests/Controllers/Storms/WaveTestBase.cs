using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

/// <summary>A controller with waves, and builds that have all run once.</summary>
public abstract class WaveTestBase : StormTestBase
{
    protected WaveTestBase() => Controller = Create(new TriggerControllerOptions { Waves = new BuildWaveOptions() });

    internal TriggerController Controller { get; set; }

    /// <summary>Observes streams and builds, lets all of them build, and forgets that.</summary>
    internal async Task BeginAsync(IEnumerable<string> streams, params BuildConfig[] builds)
    {
        foreach (var stream in streams)
        {
            Controller.Observe(Stream(stream, '1'));
        }

        foreach (var build in builds)
        {
            Controller.Observe(build);
        }

        for (var i = 0; i < builds.Length; i++)
        {
            await ReactAsync(Controller);
            EndAll();
        }

        await ReactAsync(Controller);
        Target.Requests.Clear();
    }

    internal void EndAll()
    {
        foreach (var name in new[] { "base", "ruby", "app", "a", "b", "c" })
        {
            Controller.ReportBuildEnded(TriggerObject.From(Build(name)));
        }
    }
}
