using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Clients;

/// <summary>Passes on to another registry what is asked without TLS, and hangs up on everything else.</summary>
internal sealed class PlainRegistry(IRegistryClient inner) : IRegistryClient
{
    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        Require(repository).ResolveAsync(repository, tagOrDigest, cancellationToken);

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        Require(repository).GetManifestAsync(repository, tagOrDigest, cancellationToken);

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        Require(repository).GetBlobAsync(repository, digest, cancellationToken);

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        Require(repository).OpenBlobAsync(repository, digest, cancellationToken);

    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) =>
        Require(repository).ListTagsAsync(repository, cancellationToken);

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        Require(repository).ListReferrersAsync(repository, subject, artifactType, cancellationToken);

    private IRegistryClient Require(RegistryRepository repository) => repository.Insecure
        ? inner
        : throw new RegistryException(RegistryFailure.Tls, "There is no TLS here.");
}
