using System.Runtime.CompilerServices;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Kubernetes;

/// <summary>A client that asks nothing before the rules of the cluster are known: no request goes where they forbid it.</summary>
internal sealed class RuledRegistryClient(IRegistryClient inner, KubernetesRegistryRules rules) : IRegistryClient
{
    public async Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await inner.ResolveAsync(repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
    }

    public async Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await inner.GetManifestAsync(repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
    }

    public async Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await inner.GetBlobAsync(repository, digest, cancellationToken).ConfigureAwait(false);
    }

    public async Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await inner.OpenBlobAsync(repository, digest, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var tag in inner.ListTagsAsync(repository, cancellationToken).ConfigureAwait(false))
        {
            yield return tag;
        }
    }

    public async IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await rules.WaitAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var referrer in inner.ListReferrersAsync(repository, subject, artifactType, cancellationToken).ConfigureAwait(false))
        {
            yield return referrer;
        }
    }
}
