using ImageStreams.References;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Recordings;

/// <summary>The embedded engine, set up as the recorded cluster was, with a clock that the replay sets.</summary>
internal sealed class ReplayedCluster
{
    /// <summary>The number of tags of a repository for which the recorded clients waited.</summary>
    private const int FewTags = 20;

    private const int MaxTags = 50;
    private const int TagsAtOnce = 3;
    private const double TagsPerSecond = 2;

    private readonly FakeTimeProvider _clock;
    private readonly IImageStreamStore _store;
    private readonly EmbeddedImageStreamClient _client;
    private readonly ReplayedRegistry _registry;
    private RegistryPolicy _policy = new(RegistryRules.None);

    public ReplayedCluster(
        DateTimeOffset now, ReplayedRegistry registry, IImageStreamStore? store = null, Action<EmbeddedImageStreamOptions>? configure = null)
    {
        _store = store ?? new InMemoryImageStreamStore();
        _clock = new FakeTimeProvider(now);
        var options = new EmbeddedImageStreamOptions { GetNaming = static () => new RecordedNaming() };
        configure?.Invoke(options);
        _registry = registry;
        _client = new EmbeddedImageStreamClient(
            _store, new ImageImporter(new MirroredRegistryClient(registry, () => _policy), _clock), options, _clock);
    }

    public IImageStreamClient Client => _client;

    public IImageStreamStore Store => _store;

    public TimeProvider Clock => _clock;

    /// <summary>Applies the effects of a request on the cluster around: mirrors and pull secrets.</summary>
    public void Adopt(Exchange exchange)
    {
        if (exchange.Request is { Method: "POST", Resource: "" } && exchange.Request.Path.EndsWith("/secrets", StringComparison.Ordinal))
        {
            _registry.AddPullSecret(exchange.Request.Path.Split('/')[^2]);
        }

        if (exchange.Request is { Method: "GET" } && exchange.Request.Path.EndsWith("mirrorsets", StringComparison.Ordinal))
        {
            _policy = new RegistryPolicy(_policy.Rules.Combine(RegistryRules.From(exchange.Body!["items"]!.AsArray().Select(MirrorSet))));
        }
    }

    private static ApiObject MirrorSet(JsonNode? json) => json!["spec"]!["imageTagMirrors"] is null
        ? ImageStreamJson.Deserialize<ImageDigestMirrorSet>(json.ToJsonString())
        : ImageStreamJson.Deserialize<ImageTagMirrorSet>(json.ToJsonString());

    /// <summary>Sets the clock, which never goes back.</summary>
    /// <param name="now">The time.</param>
    /// <param name="whenImported">The time when registries have responded.</param>
    public void SetTime(DateTimeOffset now, DateTimeOffset whenImported)
    {
        _registry.Requested = () => SetTime(whenImported);
        SetTime(now);
    }

    private void SetTime(DateTimeOffset now)
    {
        if (now > _clock.GetUtcNow())
        {
            _clock.SetUtcNow(now);
        }
    }

    /// <summary>Imports what is pending in every stream of some namespaces, as the cluster's import controller does.</summary>
    public async Task ImportPendingAsync(IEnumerable<string> namespaces)
    {
        foreach (var stream in (await ListAsync(namespaces)).Where(IsImported))
        {
            await _client.ImportDueAsync(ImageStreamName.From(stream));
        }
    }

    /// <summary>The streams of some namespaces.</summary>
    public async Task<IReadOnlyList<ImageStream>> ListAsync(IEnumerable<string> namespaces)
    {
        var streams = new List<ImageStream>();
        foreach (var ns in namespaces)
        {
            streams.AddRange((await _client.Streams.ListAsync(ns)).Items);
        }

        return streams;
    }

    /// <summary>Tests whether the recorded controller was done with a stream: it fetched the tags of a repository at a limited pace, and
    /// clients did not wait for all of a large one.</summary>
    private bool IsImported(ImageStream stream)
    {
        var tags = stream.Spec.DockerImageRepository is { } repository ? Math.Min(_registry.GetTags(repository).Count(), MaxTags) : 0;
        return tags <= FewTags
            || _clock.GetUtcNow() - stream.Metadata.CreationTimestamp!.ToDateTimeOffset() > TimeSpan.FromSeconds((tags - TagsAtOnce) / TagsPerSecond);
    }

    /// <summary>Puts a stream into the store as it is given.</summary>
    /// <returns>The stream with its version.</returns>
    public async Task<ImageStream> AdoptAsync(JsonNode recorded)
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>(recorded.ToJsonString()) with { Kind = null, ApiVersion = null };
        return await _store.Streams.FindAsync(ObjectKey.FromObject(stream)) is { } old
            ? await _store.Streams.UpdateAsync(
                stream with { Metadata = stream.Metadata with { ResourceVersion = old.Metadata.ResourceVersion } })
            : await _store.Streams.CreateAsync(stream);
    }
}
