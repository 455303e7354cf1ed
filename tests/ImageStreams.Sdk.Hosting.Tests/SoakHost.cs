using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tests.Hosting;

/// <summary>A host on the real clock and a SQLite file, with streams that are checked every second.</summary>
/// <remarks>
/// What is kept is bounded, so that memory that grows is a leak: the store keeps few changes, and a stream is deleted and
/// created anew after some moves, which ends its history.
/// </remarks>
internal sealed class SoakHost(string file, InMemoryRegistry registry) : IAsyncDisposable
{
    private const int Streams = 20;
    private const int History = 200;
    private const int MovesOfAStream = 25;

    private static readonly SyntheticImage[] Images = [.. Enumerable.Range(0, 4).Select(static i => SyntheticImage.Create($"soak{i}"))];

    private readonly IHost _host = Build(file, registry);
    private readonly Random _random = new(18);
    private readonly int[] _moves = new int[Streams];
    private bool _isDisposed;

    private IImageStreamClient Client => _host.Services.GetRequiredService<IImageStreamClient>();

    public ControllerReports Reports => _host.Services.GetRequiredService<ControllerReports>();

    public int Builds => _host.Services.GetRequiredService<RecordingTarget>().Count;

    public async Task StartAsync()
    {
        for (var i = 0; i < Streams; i++)
        {
            Move(i);
            await Client.Streams.CreateOrUpdateAsync(Shop.Stream($"app{i}"));
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
            await MoveOrReplaceAsync(_random.Next(Streams));
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
            .UseSqlite(options => (options.Path, options.History) = (file, History))
            .AddImportController(static imports => imports.Interval = TimeSpan.FromSeconds(1))
            .AddTriggerController<RecordingTarget>();
        return builder.Build();
    }

    private async Task MoveOrReplaceAsync(int stream)
    {
        Move(stream);
        if (++_moves[stream] % MovesOfAStream == 0)
        {
            await Client.Streams.DeleteAsync(Shop.Namespace, $"app{stream}");
            await Client.Streams.CreateAsync(Shop.Stream($"app{stream}"));
        }
    }

    private void Move(int stream) => registry.Push(Shop.Image($"app{stream}"), Images[_random.Next(Images.Length)]);
}
