using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Forwards requests to another registry; derived classes change some of them.</summary>
internal abstract class PassingRegistry : IRegistryClient
{
    public virtual Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        Find(repository).ResolveAsync(repository, tagOrDigest, cancellationToken);

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        Find(repository).GetManifestAsync(repository, tagOrDigest, cancellationToken);

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        Find(repository).GetBlobAsync(repository, digest, cancellationToken);

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        Find(repository).OpenBlobAsync(repository, digest, cancellationToken);

    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) =>
        Find(repository).ListTagsAsync(repository, cancellationToken);

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        Find(repository).ListReferrersAsync(repository, subject, artifactType, cancellationToken);

    /// <summary>The client that serves a repository.</summary>
    protected abstract IRegistryClient Find(RegistryRepository repository);
}
