using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Hosting;

/// <summary>A real host on a virtual clock, with a registry in memory.</summary>
internal sealed class HostRig : IAsyncDisposable
{
    private HostRig(IHost host, RigParts parts) => (Host, Parts) = (host, parts);

    public IHost Host { get; }

    /// <summary>The parts that hosts share when one follows the other, or when they are replicas.</summary>
    public RigParts Parts { get; }

    public FakeTimeProvider Time => Parts.Time;

    public IImageStreamClient Client => Get<IImageStreamClient>();

    public ControllerReports Reports => Get<ControllerReports>();

    public ControllerLoops Loops => Get<ControllerLoops>();

    public ImportController Imports => Get<ImportController>();

    /// <summary>Builds a host; imports are not spread, and have no jitter.</summary>
    public static HostRig Create(Action<IImageStreamsBuilder> configure, RigParts? parts = null)
    {
        parts ??= new RigParts();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(parts.Time);
        builder.Services.AddSingleton<IRegistryClient>(parts.Gate);
        builder.Services.AddSingleton<IImageStreamStore>(parts.Store);
        builder.Services.AddSingleton<IStateStore>(parts.State);
        builder.Services.AddSingleton<ILeaseStore>(parts.Leases);
        builder.Services.AddMetrics();
        builder.Services.AddHealthChecks().AddImageStreamHealthChecks();
        configure(builder.Services.AddImageStreams());
        builder.Services.Configure<ImportScheduleOptions>(options =>
            (options.Jitter, options.StartSpread) = (0, TimeSpan.Zero));
        return new HostRig(builder.Build(), parts);
    }

    /// <summary>Builds a host, and starts it.</summary>
    public static async Task<HostRig> StartAsync(Action<IImageStreamsBuilder> configure, RigParts? parts = null)
    {
        var rig = Create(configure, parts);
        await rig.Host.StartAsync();
        return rig;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Advances the clock until a condition is met.</summary>
    public Task AdvanceUntilAsync(Func<bool> condition, TimeSpan? step = null) =>
        Eventually.TrueAsync(condition, () => Time.Advance(step ?? TimeSpan.FromSeconds(1)));

    /// <summary>The image that a tag of a stream in <c>shop</c> has now; null for none.</summary>
    public async Task<string?> FindImageAsync(string stream, string tag) =>
        (await Client.Streams.GetAsync(Shop.Namespace, stream)).Status.Tags.Find(tag)?.Latest?.Image;

    /// <summary>The time of the last import of a tag; null before the first one.</summary>
    public DateTimeOffset? FindLastChecked(string stream, string tag) => Imports.Schedule
        .Find(ImageStreamName.FromParts(Shop.Namespace, stream))
        .FirstOrDefault(schedule => schedule.Tag == tag)?.LastChecked;

    public async Task<HealthReportEntry> CheckAsync(string name) =>
        (await Get<HealthCheckService>().CheckHealthAsync()).Entries[name];

    /// <summary>Stops the host while the clock goes on.</summary>
    public async Task StopAsync()
    {
        var stop = Host.StopAsync();
        await AdvanceUntilAsync(() => stop.IsCompleted, TimeSpan.FromMilliseconds(100));
        await stop;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Host.Dispose();
    }
}
