using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Contracts;

/// <summary>One life of a process that keeps streams imported, over stores that outlive it.</summary>
internal sealed class RestartedProcess : IDisposable
{
    private readonly FakeTimeProvider _time;
    private readonly HttpRegistryClient _registryClient;
    private readonly ReflectedObjects<ImageStream> _streams = new();

    public RestartedProcess(
        IImageStreamStore store, IStateStore state, InMemoryRegistry registry, ImportScheduleOptions options, FakeTimeProvider time)
    {
        _time = time;
        Pauses = new RegistryPauses(time);
        _registryClient = registry.CreateClient(new RegistryClientOptions
        {
            MaxAttempts = 1,
            GetPauses = () => Pauses,
            Limits = { MaxWait = TimeSpan.Zero, BreakerMinimumThroughput = 0 },
        });
        Client = new EmbeddedImageStreamClient(store, new ImageImporter(_registryClient, time), timeProvider: time);
        Imports = new ImportController(Client, new ImportSchedule(options), time);
        State = new ControllerState(state, [Imports, new RegistryPauseState(Pauses, time)], timeProvider: time);
    }

    public EmbeddedImageStreamClient Client { get; }

    public ImportController Imports { get; }

    public RegistryPauses Pauses { get; }

    public ControllerState State { get; }

    public void Dispose() => _registryClient.Dispose();

    /// <summary>Reads the state and all streams.</summary>
    public async Task StartAsync()
    {
        await State.LoadAsync();
        _streams.Add(Imports);
        List<ImageStream> all = [];
        await foreach (var stream in Client.Streams.ListAllAsync(null))
        {
            all.Add(stream);
        }

        _streams.Replace(all);
    }

    /// <summary>Runs what becomes due until a time, each at its own time, and writes the state after each report.</summary>
    public async Task RunUntilAsync(DateTimeOffset end, Action<ImportReport> record)
    {
        while (Imports.NextDue is { } due && due < end)
        {
            MoveTo(due);
            while (Imports.Take() is { } job)
            {
                record(await Imports.RunAsync(job));
            }

            Assert.True(await State.WriteAsync());
        }

        MoveTo(end);
    }

    private void MoveTo(DateTimeOffset time)
    {
        if (time > _time.GetUtcNow())
        {
            _time.SetUtcNow(time);
        }
    }
}
