using System.Runtime.CompilerServices;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Recordings;

/// <summary>The registries that a recorded cluster imported from.</summary>
/// <remarks>
/// One uses plain HTTP, one requires a login, one has an untrusted certificate: a client that does not allow that gets no
/// connection. No other registry can be reached.
/// </remarks>
internal abstract class ReplayedRegistry : IRegistryClient
{
    private const string Private = "127.0.0.1:5001";

    private readonly HashSet<string> _pullSecrets = [];

    /// <summary>Called before each response.</summary>
    public Action Requested { get; set; } = () => { };

    /// <summary>The hosts that answer.</summary>
    protected abstract IReadOnlyCollection<string> Reachable { get; }

    /// <summary>The tags of a repository, as <c>registry/repository</c>.</summary>
    public abstract IEnumerable<string> GetTags(string repository);

    /// <summary>Gives a namespace the login of the registry that requires one.</summary>
    public void AddPullSecret(string ns) => _pullSecrets.Add(ns);

    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var manifest = Find(repository, tagOrDigest);
        return Task.FromResult(new ResolvedManifest
        {
            Descriptor = new RegistryDescriptor
            {
                Digest = Digest.Parse(manifest.Digest),
                MediaType = manifest.MediaType,
                Size = manifest.Content.Length,
            },
            Source = GetSource(repository),
        });
    }

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var manifest = Find(repository, tagOrDigest);
        return Task.FromResult(new RegistryManifest
        {
            Digest = Digest.Parse(manifest.Digest),
            MediaType = manifest.MediaType,
            Content = manifest.Content,
            Source = GetSource(repository),
        });
    }

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        Task.FromResult(new RegistryBlob
        {
            Digest = digest,
            Content = FindBlob(digest.ToString())
                ?? throw new RegistryException(RegistryFailure.BlobNotFound, $"{repository} has no blob {digest}."),
            Source = GetSource(repository),
        });

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request opens a blob.");

    public async IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        RequireReachable(repository);
        var tags = GetTags($"{repository.Registry}/{repository.Name}").ToList();
        foreach (var tag in tags.Count > 0 ? tags : throw new RegistryException(RegistryFailure.RepositoryNotFound, $"No {repository}."))
        {
            yield return new RegistryTag { Name = tag, Source = GetSource(repository) };
        }
    }

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request lists referrers.");

    /// <summary>The manifest of a repository, as <c>registry/repository</c>; null if there is none.</summary>
    protected abstract StoredContent? FindManifest(string repository, string tagOrDigest);

    /// <summary>The content of a blob; null if there is none.</summary>
    protected abstract byte[]? FindBlob(string digest);

    private static ServingRegistry GetSource(RegistryRepository repository) =>
        new() { Registry = repository.Registry, Repository = repository.Name, Transport = RegistryTransport.Http };

    private StoredContent Find(RegistryRepository repository, string tagOrDigest)
    {
        RequireReachable(repository);
        return FindManifest($"{repository.Registry}/{repository.Name}", tagOrDigest)
            ?? throw new RegistryException(RegistryFailure.ManifestNotFound, $"{repository} has no {tagOrDigest}.");
    }

    private void RequireReachable(RegistryRepository repository)
    {
        Requested();
        if (!Reachable.Contains(repository.Registry))
        {
            throw new RegistryException(RegistryFailure.Unreachable, $"{repository} is not there.");
        }

        if (!repository.Insecure)
        {
            throw new RegistryException(RegistryFailure.Tls, $"{repository} is not to be trusted.");
        }

        if (repository.Registry == Private && !_pullSecrets.Contains(repository.CredentialScope))
        {
            throw new RegistryException(RegistryFailure.Unauthorized, $"{repository} wants a login.");
        }
    }
}
