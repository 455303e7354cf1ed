using ImageStreams.References;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Registries;

/// <summary>Reads from registries over HTTP: OCI distribution 1.1 and Docker Registry HTTP API V2.</summary>
/// <remarks>
/// <para>Authenticates anonymously, with Basic or with Bearer tokens, as each registry requires. Credentials are sent
/// only to their registry and its token server, and never with a redirect to another host. Tokens are cached until
/// shortly before they expire, and callers that need the same token at the same time share one request. After a
/// credential is refused, one anonymous attempt follows, for public images.</para>
/// <para>Uses HTTPS with a verified certificate, unless <see cref="RegistryRepository.Insecure"/> is set.</para>
/// <para>Transient failures are retried according to <see cref="RegistryClientOptions"/>. Safe for concurrent
/// use.</para>
/// </remarks>
public sealed class HttpRegistryClient : IRegistryClient, IDisposable
{
    private readonly SocketsRegistryHandlerSource? _owned;
    private readonly RegistryClientSettings _settings;
    private readonly RegistrySender _sender;
    private readonly PageReader _pages;
    private readonly TagPageParser _tags;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private int _disposals;

    /// <summary>Creates a client.</summary>
    /// <param name="options">The options, or null for the defaults; copied.</param>
    /// <param name="credentials">The source of credentials, or null for anonymous access.</param>
    /// <param name="handlers">The source of HTTP handlers, or null for sockets of the client's own.</param>
    /// <param name="timeProvider">The time provider of time limits, waits and tokens, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public HttpRegistryClient(
        RegistryClientOptions? options = null,
        IRegistryCredentialSource? credentials = null,
        IRegistryHandlerSource? handlers = null,
        TimeProvider? timeProvider = null,
        ILogger<HttpRegistryClient>? logger = null)
    {
        _timeProvider = timeProvider ?? TimeProvider.System;
        _settings = new RegistryClientSettings(options ?? new RegistryClientOptions(), _timeProvider);
        _owned = handlers is null ? new SocketsRegistryHandlerSource() : null;
        _closed = _closing.Token;

        var exchange = new HttpExchange(handlers ?? _owned!, _settings);
        var transports = new TransportCache();
        var follower = new RedirectFollower(exchange, transports, _settings);
        var tokens = new TokenCache(new TokenClient(exchange, _settings, _timeProvider), _settings, _timeProvider);
        var authenticator = new RegistryAuthenticator(
            follower, new RequestAuthorizer(tokens, credentials ?? RegistryCredentials.Anonymous));
        var log = logger ?? NullLogger<HttpRegistryClient>.Instance;
        _sender = new RegistrySender(authenticator, transports, _settings, _timeProvider, log, _closed);
        _pages = new PageReader(_sender, _settings);
        _tags = new TagPageParser(log);
    }

    /// <inheritdoc/>
    public async Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var call = ManifestCall(HttpMethod.Head, repository, tagOrDigest);
        return await ResolveByHeadAsync(call, FindDigest(tagOrDigest), cancellationToken).ConfigureAwait(false)
            ?? await ResolveByGetAsync(repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var call = ManifestCall(HttpMethod.Get, repository, tagOrDigest);
        var requested = FindDigest(tagOrDigest);
        return _sender.ExecuteWithRetriesAsync(
            call,
            (response, token) => ManifestReader.ReadAsync(response, requested, _settings.MaxManifestBytes, token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        _sender.ExecuteWithRetriesAsync(
            BlobCall(repository, digest),
            async (response, token) =>
            {
                var content = await BodyReader.ReadAsync(response, _settings.MaxBlobBytes, token).ConfigureAwait(false);
                ContentCheck.Require(digest, content.Span, response.Line);
                return new RegistryBlob { Digest = digest, Content = content, Source = response.Source };
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        _sender.ExecuteWithRetriesAsync(
            BlobCall(repository, digest), (response, token) => OpenAsync(response, digest, token), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _pages.ReadAsync(
            RegistryCall.ForTags(repository, _settings.PageSize), _tags.Parse, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(subject);
        return new ReferrerLister(this, _pages).ListAsync(repository, subject, artifactType, cancellationToken);
    }

    /// <summary>Finds the last quota that a registry sent.</summary>
    /// <param name="registry">The registry, as in <see cref="RegistryRepository.Registry"/>.</param>
    /// <param name="credentialScope">The credential scope of the requests.</param>
    /// <returns>The quota; <see langword="null"/> when the registry has sent none.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="registry"/> or <paramref name="credentialScope"/> is null.
    /// </exception>
    public RegistryQuota? FindQuota(string registry, string credentialScope = "")
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(credentialScope);

        return _sender.Quotas.Find(registry, credentialScope);
    }

    /// <summary>Ends the calls under way and the reading of streams, which throw <see cref="ObjectDisposedException"/>, and closes
    /// the client's own connections; handlers that were passed to the constructor stay open.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposals, 1) == 0)
        {
            _closing.Cancel();
            _closing.Dispose();
            _owned?.Dispose();
        }
    }

    private static RegistryCall ManifestCall(HttpMethod method, RegistryRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return RegistryCall.ForManifest(method, repository, RegistryGrammar.RequireTagOrDigest(tagOrDigest));
    }

    private static RegistryCall BlobCall(RegistryRepository repository, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(digest);
        return RegistryCall.ForBlob(repository, digest.ToString());
    }

    private static Digest? FindDigest(string tagOrDigest) => Digest.TryParse(tagOrDigest, out var digest) ? digest : null;

    /// <summary>Returns <see langword="null"/> when the response is incomplete or may be that of a registry without
    /// <c>HEAD</c>.</summary>
    private async Task<ResolvedManifest?> ResolveByHeadAsync(
        RegistryCall call, Digest? requested, CancellationToken cancellationToken)
    {
        try
        {
            return await _sender
                .ExecuteWithRetriesAsync(call, (answer, _) => Task.FromResult(ManifestReader.ReadHead(answer, requested)), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (RegistryException exception) when (HeadDoubt.IsDoubtful(exception, _settings.MaxRetryDelay))
        {
            await HeadDoubt.WaitAsync(exception, _timeProvider, _closed, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<ResolvedManifest> ResolveByGetAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken)
    {
        var manifest = await GetManifestAsync(repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
        var descriptor = new RegistryDescriptor
        {
            Digest = manifest.Digest,
            MediaType = manifest.MediaType,
            Size = manifest.Content.Length,
        };
        return new ResolvedManifest { Descriptor = descriptor, Source = manifest.Source };
    }

    private async Task<RegistryBlobStream> OpenAsync(
        RegistryResponse response, Digest digest, CancellationToken cancellationToken)
    {
        if (response.Length > _settings.MaxStreamedBlobBytes)
        {
            throw RegistryClientErrors.TooLarge(response.Line, _settings.MaxStreamedBlobBytes);
        }

        var body = await response.Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var content = await ContentCoding.DecodeAsync(response, body, cancellationToken).ConfigureAwait(false);
#pragma warning disable CA2000 // The stream disposes of it.
        var verifier = BlobVerifier.Create(digest, response, _settings, _timeProvider, _closed);
#pragma warning restore CA2000 // end of the hand-over
        response.Detach();
        return new RegistryBlobStream(content, digest, response.Source, verifier) { AnnouncedLength = response.PlainLength };
    }
}
