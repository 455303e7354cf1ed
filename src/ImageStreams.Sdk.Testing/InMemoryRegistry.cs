using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing.Protocol;

namespace ImageStreams.Testing;

/// <summary>A registry for unit tests: images are pushed from code, and read through
/// <see cref="IRegistryClient"/> without a network.</summary>
/// <remarks>
/// <para>The real client reads from it over the real protocol, so that limits, digests and errors are those of production.
/// The package <c>ImageStreams.Sdk.Testing.Server</c> serves the same registry over HTTP.</para>
/// <para>It responds for every host: a name such as <c>quay.io/app/web</c> is kept for that host, a name without a host
/// (<c>library/python</c>) for all of them. Its own calls are not retried, so that a planned fault reaches the caller;
/// <see cref="CreateClient"/> creates clients that retry.</para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
/// <example><code>
/// var registry = new InMemoryRegistry();
/// registry.Push("library/python:3.8", SyntheticImage.Create("python").WithLabel("version", "3.8"));
/// </code></example>
public sealed partial class InMemoryRegistry : IRegistryClient, IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly InMemoryHandler _handler;
    private readonly HttpRegistryClient _client;

    /// <summary>Creates an empty registry that is open to everyone.</summary>
    /// <param name="timeProvider">The time provider of tokens and delays, or null for the system clock.</param>
    public InMemoryRegistry(TimeProvider? timeProvider = null)
    {
        _timeProvider = timeProvider ?? TimeProvider.System;
        Protocol = new RegistryProtocol(_timeProvider);
        _handler = new InMemoryHandler(Protocol);
        _client = CreateClient(new RegistryClientOptions { MaxAttempts = 1 });
    }

    internal RegistryProtocol Protocol { get; }

    /// <summary>Creates a handler that responds to requests as the registry does, for a custom
    /// <see cref="HttpClient"/>.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(Protocol);

    /// <summary>Creates a client of this registry, without a network.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="credentials">The source of credentials, or null for anonymous access.</param>
    public HttpRegistryClient CreateClient(
        RegistryClientOptions? options = null, IRegistryCredentialSource? credentials = null) =>
        new(options, credentials, RegistryHandlers.From(_handler), _timeProvider);

    /// <inheritdoc/>
    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        _client.ResolveAsync(repository, tagOrDigest, cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        _client.GetManifestAsync(repository, tagOrDigest, cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        _client.GetBlobAsync(repository, digest, cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        _client.OpenBlobAsync(repository, digest, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) =>
        _client.ListTagsAsync(repository, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        _client.ListReferrersAsync(repository, subject, artifactType, cancellationToken);

    /// <summary>Disposes of the registry and the connections to it.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
