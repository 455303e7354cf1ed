using System.Runtime.CompilerServices;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads through mirrors, and only where a <see cref="RegistryPolicy"/> allows it.</summary>
/// <remarks>
/// <para>Asks the places that the policy names, one after the other, until one gives what is wanted. As in OpenShift,
/// whatever goes wrong at one place (not found, refused, unreachable, wrong content) leads to the next. Tags are listed
/// by the source alone, as OpenShift does.</para>
/// <para>When every place has failed, the fault is that of the source or, where that was not asked, of a mirror that
/// may do better later; its message names all places and <see cref="RegistryException.Attempts"/> has their faults.
/// When no place may be asked, it is <see cref="RegistryFailure.Blocked"/>.</para>
/// <para>Credentials are looked up for the place that is asked, never for the one that it stands in for. Retries are
/// the inner client's, for each place; its circuit breaker makes a mirror that is down cheap.</para>
/// <para>Safe for concurrent use, as far as the inner client is.</para>
/// </remarks>
public sealed class MirroredRegistryClient : IRegistryClient
{
    private readonly IRegistryClient _inner;
    private readonly Func<RegistryPolicy> _policy;

    /// <summary>Creates a client with one policy for good.</summary>
    /// <param name="inner">Asks the places; stays the caller's to dispose of.</param>
    /// <param name="policy">Says which places.</param>
    public MirroredRegistryClient(IRegistryClient inner, RegistryPolicy policy)
        : this(inner, () => policy) => ArgumentNullException.ThrowIfNull(policy);

    /// <summary>Creates a client whose policy may change.</summary>
    /// <param name="inner">Asks the places; stays the caller's to dispose of.</param>
    /// <param name="policy">The policy at the moment, asked for once for each call; safe for concurrent use.</param>
    public MirroredRegistryClient(IRegistryClient inner, Func<RegistryPolicy> policy)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(policy);

        (_inner, _policy) = (inner, policy);
    }

    /// <inheritdoc/>
    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        GetManifestAttempts(repository, tagOrDigest).ExecuteAsync(
            pullSource => _inner.ResolveAsync(pullSource, tagOrDigest, cancellationToken), MirrorAnswers.Mark);

    /// <inheritdoc/>
    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default) =>
        GetManifestAttempts(repository, tagOrDigest).ExecuteAsync(
            pullSource => _inner.GetManifestAsync(pullSource, tagOrDigest, cancellationToken), MirrorAnswers.Mark);

    /// <inheritdoc/>
    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        GetDigestAttempts(repository, digest, "blob").ExecuteAsync(
            pullSource => _inner.GetBlobAsync(pullSource, digest, cancellationToken), MirrorAnswers.Mark);

    /// <inheritdoc/>
    /// <remarks>A place that fails while the content is read is not replaced by the next.</remarks>
    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        GetDigestAttempts(repository, digest, "blob").ExecuteAsync(
            pullSource => _inner.OpenBlobAsync(pullSource, digest, cancellationToken), MirrorAnswers.Mark);

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
    /// <remarks>The first place that answers decides, also with an empty list.</remarks>
    public async IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pullSources = GetDigestAttempts(repository, subject, "the referrers of");
        var opened = await pullSources.ExecuteAsync(
            pullSource => OpenedList.OpenAsync(
                _inner.ListReferrersAsync(pullSource, subject, artifactType, cancellationToken), cancellationToken),
            static list => list.AsMirror()).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            while (opened.HasCurrent)
            {
                yield return opened.Current;
                await opened.MoveAsync().ConfigureAwait(false);
            }
        }
    }

    private PullSourceAttempts GetManifestAttempts(RegistryRepository repository, string tagOrDigest) =>
        new(_policy().GetPullSources(repository, tagOrDigest), $"manifest {tagOrDigest}");

    private PullSourceAttempts GetDigestAttempts(RegistryRepository repository, Digest digest, string what)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return new(_policy().GetPullSources(repository, digest.ToString()), $"{what} {digest}");
    }
}
