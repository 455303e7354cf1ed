using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Recordings;

/// <summary>The embedded engine, set up as the recorded cluster was, with the clock in the replay's hands.</summary>
internal sealed class ReplayedCluster
{
    private readonly FakeTimeProvider _clock;
    private readonly InMemoryImageStreamStore _store = new();
    private readonly EmbeddedImageStreamClient _client;

    public ReplayedCluster(DateTimeOffset now, RecordedRegistry registry)
    {
        _clock = new FakeTimeProvider(now);
        var options = new EmbeddedImageStreamOptions { Naming = new RecordedNaming() };
        _client = new EmbeddedImageStreamClient(_store, new ImageImporter(registry, _clock), options, _clock);
    }

    public IImageStreamClient Client => _client;

    public IImageStreamStore Store => _store;

    /// <summary>Sets the clock, which never goes back.</summary>
    public void SetTime(DateTimeOffset now)
    {
        if (now > _clock.GetUtcNow())
        {
            _clock.SetUtcNow(now);
        }
    }

    /// <summary>Imports what is pending in every stream of some namespaces, as the cluster's import controller does.</summary>
    public async Task ImportPendingAsync(IEnumerable<string> namespaces)
    {
        foreach (var stream in await ListAsync(namespaces))
        {
            await _client.ImportDueAsync(stream.Metadata.Namespace!, stream.Metadata.Name!);
        }
    }

    private async Task<IReadOnlyList<ImageStream>> ListAsync(IEnumerable<string> namespaces)
    {
        var streams = new List<ImageStream>();
        foreach (var ns in namespaces)
        {
            streams.AddRange((await _client.Streams.ListAsync(ns)).Items);
        }

        return streams;
    }

    /// <summary>Puts a stream into the store as it is given.</summary>
    /// <returns>The stream with its version.</returns>
    public async Task<ImageStream> AdoptAsync(JsonNode recorded)
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>(recorded.ToJsonString()) with { Kind = null, ApiVersion = null };
        return await _store.Streams.FindAsync(ObjectKey.Of(stream)) is { } old
            ? await _store.Streams.UpdateAsync(
                stream with { Metadata = stream.Metadata with { ResourceVersion = old.Metadata.ResourceVersion } })
            : await _store.Streams.CreateAsync(stream);
    }
}
