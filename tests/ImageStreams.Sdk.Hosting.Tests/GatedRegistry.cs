using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Hosting;

/// <summary>A registry that lets requests wait while its gate is closed.</summary>
internal sealed class GatedRegistry(IRegistryClient inner) : IRegistryClient
{
    private readonly Lock _counting = new();
    private volatile TaskCompletionSource _gate = Opened();

    /// <summary>The number of requests for tags that wait or are answered.</summary>
    public int Waiting { get; private set; }

    public int MostWaiting { get; private set; }

    /// <summary>The number of requests that were canceled while they waited.</summary>
    public int Canceled { get; private set; }

    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate.TrySetResult();

    public async Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        Count(1, 0);
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
            return await inner.ResolveAsync(repository, tagOrDigest, cancellationToken);
        }
        finally
        {
            Count(-1, cancellationToken.IsCancellationRequested ? 1 : 0);
        }
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

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    private void Count(int waiting, int canceled)
    {
        lock (_counting)
        {
            Waiting += waiting;
            MostWaiting = Math.Max(MostWaiting, Waiting);
            Canceled += canceled;
        }
    }
}
