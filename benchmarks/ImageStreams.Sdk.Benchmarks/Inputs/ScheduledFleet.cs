using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>Scheduled tags of a local registry, imported once; 50 of one image in each stream.</summary>
public sealed class ScheduledFleet : IDisposable
{
    private const int TagsPerStream = 50;
    private const string Namespace = "bench";
    private readonly LocalRegistry _registry = new();
    private readonly SteppingClock _clock = new();
    private readonly HttpRegistryClient _client = new();
    private readonly EmbeddedImageStreamClient _engine;
    private readonly ImportController _controller;

    private ScheduledFleet()
    {
        _engine = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_client, _clock), timeProvider: _clock);
        _controller = new ImportController(_engine, new ImportSchedule(new ImportScheduleOptions { Jitter = 0 }), _clock);
    }

    /// <summary>The number of open connections to the registry.</summary>
    public int Connections => _registry.Connections;

    public static async Task<ScheduledFleet> CreateAsync(int tags)
    {
        var fleet = new ScheduledFleet();
        for (var i = 0; i < tags; i += TagsPerStream)
        {
            await fleet.AddAsync($"app{i}", Math.Min(TagsPerStream, tags - i));
        }

        await fleet._controller.RunDueAsync();
        foreach (var stream in (await fleet._engine.Streams.ListAsync(Namespace)).Items)
        {
            fleet._controller.Observe(stream);
        }

        return fleet;
    }

    /// <summary>Advances by an interval, and checks every tag.</summary>
    /// <returns>The number of tags that were checked without a failure.</returns>
    public async Task<int> CheckAsync()
    {
        _clock.Advance(ImportScheduleOptions.DefaultInterval);
        var now = _clock.GetUtcNow();
        await _controller.RunDueAsync();
        var streams = (await _engine.Streams.ListAsync(Namespace)).Items;
        return streams.Sum(stream => _controller.Schedule
            .Find(References.ImageStreamName.FromParts(Namespace, stream.Metadata.Name!))
            .Count(tag => tag.LastChecked >= now && tag.Reason is null));
    }

    public void Dispose()
    {
        _client.Dispose();
        _registry.Dispose();
    }

    private async Task AddAsync(string name, int tags)
    {
        var names = Enumerable.Range(0, tags).Select(i => $"v{i}").ToList();
        await _registry.PushAsync($"{Namespace}/{name}", SyntheticImage.Create(name), names);
        _controller.Observe(await _engine.Streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = Namespace, Name = name },
            Spec = new ImageStreamSpec { Tags = [.. names.Select(tag => CreateSpecTag(name, tag))] },
        }));
    }

    private TagReference CreateSpecTag(string name, string tag) => new()
    {
        Name = tag,
        From = ObjectReference.DockerImage($"{_registry.Host}/{Namespace}/{name}:{tag}"),
        ImportPolicy = new TagImportPolicy { Insecure = true, Scheduled = true },
    };
}
