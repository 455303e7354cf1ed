using System.Runtime.CompilerServices;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads from mirrors and from the registries that a <see cref="RegistryPolicy"/> allows.</summary>
/// <remarks>
/// <para>Contacts the pull sources of the policy one after the other until one has the content. As in OpenShift, any
/// failure of one pull source (not found, refused, unreachable, wrong content) leads to the next. Tags are listed at
/// the source only, as in OpenShift.</para>
/// <para>When every pull source has failed, the exception is that of the source or, when the source was not contacted,
/// of a mirror with a transient failure; its message names all pull sources and
/// <see cref="RegistryException.Attempts"/> has their exceptions. When no pull source may be contacted, the reason is
/// <see cref="RegistryFailure.Blocked"/>.</para>
/// <para>Credentials are looked up for the pull source that is contacted, never for the repository that it mirrors. The
/// inner client retries at each pull source; its circuit breaker keeps an unavailable mirror from delaying requests.</para>
/// <para>Safe for concurrent use when the inner client is.</para>
/// </remarks>
public sealed class MirroredRegistryClient : IRegistryClient
{
    private readonly IRegistryClient _inner;
    private readonly Func<RegistryPolicy> _policy;

    /// <summary>Creates a client with a fixed policy.</summary>
    /// <param name="inner">The client that sends the requests; the caller disposes of it.</param>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> or <paramref name="policy"/> is null.</exception>
    public MirroredRegistryClient(IRegistryClient inner, RegistryPolicy policy)
        : this(inner, () => policy) => ArgumentNullException.ThrowIfNull(policy);

    /// <summary>Creates a client with a policy that may change.</summary>
    /// <param name="inner">The client that sends the requests; the caller disposes of it.</param>
    /// <param name="policy">Returns the current policy; called once for each request, and safe for concurrent use.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> or <paramref name="policy"/> is null.</exception>
    public MirroredRegistryClient(IRegistryClient inner, Func<RegistryPolicy> policy)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(policy);

        _inner = inner;
        _policy = policy;
    }

    /// <inheritdoc/>
    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        FromManifestSourcesAsync(
            repository, tagOrDigest, source => _inner.ResolveAsync(source, tagOrDigest, cancellationToken), MarkAsMirrored);

    /// <inheritdoc/>
    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        FromManifestSourcesAsync(
            repository, tagOrDigest, source => _inner.GetManifestAsync(source, tagOrDigest, cancellationToken), MarkAsMirrored);

    /// <inheritdoc/>
    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        FromDigestSourcesAsync(
            repository, digest, "blob", source => _inner.GetBlobAsync(source, digest, cancellationToken), MarkAsMirrored);

    /// <inheritdoc/>
    /// <remarks>When a pull source fails while the content is read, the next one is not contacted.</remarks>
    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        FromDigestSourcesAsync(
            repository, digest, "blob", source => _inner.OpenBlobAsync(source, digest, cancellationToken), MarkAsMirrored);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sources = _policy().GetTagListPullSources(repository);
        var source = sources.Eligible.FirstOrDefault() ?? throw RegistryClientErrors.Blocked(sources, "the tags");
        await foreach (var tag in _inner.ListTagsAsync(source.Repository, cancellationToken).ConfigureAwait(false))
        {
            yield return tag;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The list of the first pull source that responds is used, even if it is empty.</remarks>
    public async IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var opened = await FromDigestSourcesAsync(
            repository,
            subject,
            "the referrers of",
            source => OpenedList.OpenAsync(
                _inner.ListReferrersAsync(source, subject, artifactType, cancellationToken), cancellationToken),
            static list => list.MarkAsMirrored()).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            while (opened.HasCurrent)
            {
                yield return opened.Current;
                await opened.MoveNextAsync().ConfigureAwait(false);
            }
        }
    }

    private Task<T> FromManifestSourcesAsync<T>(
        RegistryRepository repository, string tagOrDigest, Func<RegistryRepository, Task<T>> read, Func<T, T> mark) =>
        FromFirstSourceAsync(_policy().GetPullSources(repository, tagOrDigest), $"manifest {tagOrDigest}", read, mark);

    private Task<T> FromDigestSourcesAsync<T>(
        RegistryRepository repository, Digest digest, string kind, Func<RegistryRepository, Task<T>> read, Func<T, T> mark)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return FromFirstSourceAsync(_policy().GetPullSources(repository, digest.ToString()), $"{kind} {digest}", read, mark);
    }

    /// <summary>Contacts pull sources in order until one responds.</summary>
    /// <exception cref="RegistryException">No pull source answered, or none may be contacted.</exception>
    private static async Task<T> FromFirstSourceAsync<T>(
        PullSourceList sources, string target, Func<RegistryRepository, Task<T>> read, Func<T, T> mark)
    {
        var failed = new List<(PullSource Source, RegistryException Exception)>();
        foreach (var source in sources.Eligible)
        {
            try
            {
                var answer = await read(source.Repository).ConfigureAwait(false);
                return source.IsMirror ? mark(answer) : answer;
            }
            catch (RegistryException exception)
            {
                failed.Add((source, exception));
            }
        }

        throw failed.Count == 0
            ? RegistryClientErrors.Blocked(sources, target)
            : RegistryClientErrors.NoSourceAnswered(sources, target, failed);
    }

    private static ResolvedManifest MarkAsMirrored(ResolvedManifest answer) =>
        answer with { Source = MarkAsMirrored(answer.Source) };

    private static RegistryManifest MarkAsMirrored(RegistryManifest answer) => new()
    {
        Digest = answer.Digest,
        MediaType = answer.MediaType,
        Content = answer.Content,
        Source = MarkAsMirrored(answer.Source),
    };

    private static RegistryBlob MarkAsMirrored(RegistryBlob answer) =>
        new() { Digest = answer.Digest, Content = answer.Content, Source = MarkAsMirrored(answer.Source) };

    private static RegistryBlobStream MarkAsMirrored(RegistryBlobStream answer)
    {
        answer.Source = MarkAsMirrored(answer.Source);
        return answer;
    }

    private static ServingRegistry MarkAsMirrored(ServingRegistry source) => source with { IsMirror = true };

    /// <summary>A list of referrers whose first entry was read, so that a failure to read it leads to the next pull
    /// source.</summary>
    private sealed class OpenedList : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<RegistryReferrer> _entries;
        private bool _isMirror;

        private OpenedList(IAsyncEnumerator<RegistryReferrer> entries) => _entries = entries;

        public bool HasCurrent { get; private set; }

        public RegistryReferrer Current => _isMirror
            ? _entries.Current with { Source = MirroredRegistryClient.MarkAsMirrored(_entries.Current.Source) }
            : _entries.Current;

        /// <exception cref="RegistryException">The first entry could not be read.</exception>
        public static async Task<OpenedList> OpenAsync(
            IAsyncEnumerable<RegistryReferrer> entries, CancellationToken cancellationToken)
        {
            var list = new OpenedList(entries.GetAsyncEnumerator(cancellationToken));
            try
            {
                await list.MoveNextAsync().ConfigureAwait(false);
                return list;
            }
            catch
            {
                await list.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }

        public OpenedList MarkAsMirrored()
        {
            _isMirror = true;
            return this;
        }

        public async Task MoveNextAsync() => HasCurrent = await _entries.MoveNextAsync().ConfigureAwait(false);

        public ValueTask DisposeAsync() => _entries.DisposeAsync();
    }
}
