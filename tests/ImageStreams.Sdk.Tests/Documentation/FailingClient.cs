using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Documentation;

/// <summary>A registry client that fails every request with the same exception.</summary>
internal sealed class FailingClient(RegistryException fault) : IRegistryClient
{
    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) => throw fault;

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) => throw fault;

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) => throw fault;

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) => throw fault;

    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) => throw fault;

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) => throw fault;
}
