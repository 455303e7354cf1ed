using System.Runtime.CompilerServices;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Signatures;

/// <summary>A registry that never answers.</summary>
internal sealed class SilentRegistry : IRegistryClient
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WasAsked => _asked.Task;

    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        WaitAsync<ResolvedManifest>(cancellationToken);

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        WaitAsync<RegistryManifest>(cancellationToken);

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        WaitAsync<RegistryBlob>(cancellationToken);

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        WaitAsync<RegistryBlobStream>(cancellationToken);

    public async IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return await WaitAsync<RegistryTag>(cancellationToken);
    }

    public async IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return await WaitAsync<RegistryReferrer>(cancellationToken);
    }

    private Task<T> WaitAsync<T>(CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        return new TaskCompletionSource<T>().Task.WaitAsync(cancellationToken);
    }
}
