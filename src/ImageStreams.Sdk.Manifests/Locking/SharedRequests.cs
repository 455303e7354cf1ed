using System.Collections.Concurrent;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Sends each request to a registry once, shares its answer, and limits the number of requests at a time.</summary>
internal sealed class SharedRequests(IRegistryClient registry, int maxConcurrency, CancellationToken cancellationToken) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(maxConcurrency);
    private readonly ConcurrentDictionary<(RegistryRepository, string), Lazy<Task<ResolvedManifest>>> _resolved = new();
    private readonly ConcurrentDictionary<(RegistryRepository, string), Lazy<Task<RegistryManifest>>> _manifests = new();
    private readonly ConcurrentDictionary<(RegistryRepository, Digest), Lazy<Task<RegistryBlob>>> _blobs = new();
    private readonly ConcurrentDictionary<(RegistryRepository, Digest), Lazy<Task<IReadOnlyList<RegistryReferrer>>>> _referrers = new();

    /// <summary>Resolves a tag or digest.</summary>
    public Task<ResolvedManifest> ResolveAsync(RegistryRepository repository, string tagOrDigest) => _resolved
        .GetOrAdd((repository, tagOrDigest), Share(() => registry.ResolveAsync(repository, tagOrDigest, cancellationToken)))
        .Value;

    /// <summary>Fetches a manifest by its digest.</summary>
    public Task<RegistryManifest> GetManifestAsync(RegistryRepository repository, Digest digest) => _manifests
        .GetOrAdd((repository, digest.ToString()), Share(() => registry.GetManifestAsync(repository, digest, cancellationToken)))
        .Value;

    /// <summary>Fetches the configuration of an image.</summary>
    public Task<RegistryBlob> GetBlobAsync(RegistryRepository repository, Digest digest) => _blobs
        .GetOrAdd((repository, digest), Share(() => registry.GetBlobAsync(repository, digest, cancellationToken)))
        .Value;

    /// <summary>Lists what refers to a manifest.</summary>
    public Task<IReadOnlyList<RegistryReferrer>> ListReferrersAsync(RegistryRepository repository, Digest digest) => _referrers
        .GetOrAdd((repository, digest), Share(() => CollectAsync(registry.ListReferrersAsync(repository, digest, null, cancellationToken))))
        .Value;

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private Lazy<Task<T>> Share<T>(Func<Task<T>> send) => new(() => SendAsync(send));

    private async Task<T> SendAsync<T>(Func<Task<T>> send)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await send().ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private static async Task<IReadOnlyList<RegistryReferrer>> CollectAsync(IAsyncEnumerable<RegistryReferrer> referrers)
    {
        var all = new List<RegistryReferrer>();
        await foreach (var referrer in referrers.ConfigureAwait(false))
        {
            all.Add(referrer);
        }

        return all;
    }
}
