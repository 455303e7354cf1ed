using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Importing;

/// <summary>Holds questions back until it is opened, and counts how many wait at once.</summary>
internal sealed class CountingRegistry(IRegistryClient inner) : IRegistryClient
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _now;

    /// <summary>The most that were under way at once.</summary>
    public int Most { get; private set; }

    public void Open() => _open.SetResult();

    public async Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref _now));
        await _open.Task;
        var found = await inner.ResolveAsync(repository, tagOrDigest, cancellationToken);
        Interlocked.Decrement(ref _now);
        return found;
    }

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        inner.GetManifestAsync(repository, tagOrDigest, cancellationToken);

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        inner.GetBlobAsync(repository, digest, cancellationToken);

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        inner.OpenBlobAsync(repository, digest, cancellationToken);

    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) =>
        inner.ListTagsAsync(repository, cancellationToken);

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        inner.ListReferrersAsync(repository, subject, artifactType, cancellationToken);
}
