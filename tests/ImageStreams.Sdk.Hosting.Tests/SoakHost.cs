using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tests.Hosting;

/// <summary>A host on the real clock and a SQLite file, with streams that are checked every second.</summary>
internal sealed class SoakHost(string file, InMemoryRegistry registry) : IAsyncDisposable
{
    private const int Streams = 20;

    private static readonly SyntheticImage[] Images = [.. Enumerable.Range(0, 4).Select(static i => SyntheticImage.Create($"soak{i}"))];

    private readonly IHost _host = Build(file, registry);
    private readonly Random _random = new(18);
    private bool _isDisposed;

    public ControllerReports Reports => _host.Services.GetRequiredService<ControllerReports>();

    public int Builds => _host.Services.GetRequiredService<RecordingTarget>().Count;

    public async Task StartAsync()
    {
        var client = _host.Services.GetRequiredService<IImageStreamClient>();
        for (var i = 0; i < Streams; i++)
        {
            Move(i);
            await client.Streams.CreateOrUpdateAsync(Shop.Stream($"app{i}"));
            _host.Services.GetRequiredService<RecordingTarget>().Source.Set(Shop.Build($"build{i}", $"app{i}"));
        }

        await _host.StartAsync();
    }

    /// <summary>Moves tags for a time.</summary>
    public async Task RunAsync(TimeSpan duration)
    {
        using var over = new CancellationTokenSource(duration);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!over.IsCancellationRequested)
        {
            Move(_random.Next(Streams));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await _host.StopAsync();
            _host.Dispose();
        }
    }

    private static IHost Build(string file, InMemoryRegistry registry)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IRegistryClient>(registry);
        builder.Services.AddImageStreams()
            .UseSqlite(file)
            .AddImportController(static imports => imports.Interval = TimeSpan.FromSeconds(1))
            .AddTriggerController<RecordingTarget>();
        return builder.Build();
    }

    private void Move(int stream) => registry.Push(Shop.Image($"app{stream}"), Images[_random.Next(Images.Length)]);
}
