using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads from image registries; all registry traffic of the library uses it.</summary>
/// <remarks>
/// <para><b>Verification.</b> Content is checked against its digest before a caller sees its end: the results of
/// <see cref="GetManifestAsync"/> and <see cref="GetBlobAsync"/> are verified, and the stream of
/// <see cref="OpenBlobAsync"/> throws instead of reporting its end when the content does not match.</para>
/// <para><b>Size.</b> Manifests and buffered blobs have a size limit (4 MiB and 8 MiB unless configured otherwise); a
/// response beyond its limit is <see cref="RegistryFailure.TooLarge"/> and is never buffered as a whole.</para>
/// <para><b>Caching.</b> An implementation may cache tokens and connections, but not content: every call resolves a tag
/// again. Callers that need a digest twice keep the content.</para>
/// <para><b>Threads.</b> Implementations are safe for concurrent use.</para>
/// <para><b>Errors.</b> Every failure of the registry or the network is a <see cref="RegistryException"/>, thrown after
/// the last retry. Cancellation surfaces as <see cref="OperationCanceledException"/> and is never wrapped. A malformed
/// argument is an <see cref="ArgumentException"/>, thrown before a request is sent.</para>
/// <para><b>Mirrors.</b> A request names the repository that the caller means; the <c>Source</c> of each result names
/// the registry that answered, which may be a mirror of it.</para>
/// </remarks>
public interface IRegistryClient
{
    /// <summary>Resolves a tag or digest to the digest, media type and size of its manifest, without fetching the
    /// content.</summary>
    /// <remarks>Uses <c>HEAD</c>, which registries do not count against pull limits, and falls back to a verified
    /// <c>GET</c> when the registry cannot answer that, or the response lacks the digest, the media type or the size. Responses to <c>HEAD</c> have no body, so
    /// a missing repository is reported as <see cref="RegistryFailure.ManifestNotFound"/> as well.</remarks>
    /// <param name="repository">The repository to contact.</param>
    /// <param name="tagOrDigest">A tag of up to 128 characters, or a digest such as <c>sha256:…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The manifest that the tag or digest names.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, or could not be contacted.</exception>
    Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default);

    /// <summary>Fetches a manifest, an index or a manifest list with the exact bytes of the registry.</summary>
    /// <remarks><see cref="RegistryRepository.Accept"/> is a preference; a registry may return another kind, which
    /// <see cref="RegistryManifest.MediaType"/> then names.</remarks>
    /// <param name="repository">The repository to contact.</param>
    /// <param name="tagOrDigest">A tag of up to 128 characters, or a digest such as <c>sha256:…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The manifest, verified against its digest.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, sent content that does not match its digest
    /// or exceeds the size limit, or could not be contacted.</exception>
    Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default);

    /// <summary>Fetches a small blob, such as an image configuration, into memory.</summary>
    /// <param name="repository">The repository of the blob.</param>
    /// <param name="digest">The digest of the blob.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The blob, verified against its digest.</returns>
    /// <exception cref="RegistryException">The registry has no such blob, sent content that does not match its digest or
    /// exceeds the size limit, or could not be contacted.</exception>
    Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default);

    /// <summary>Opens a blob of any size for reading once, from start to end.</summary>
    /// <remarks>Attempts are repeated until the content starts to arrive; a failure while reading surfaces from the stream
    /// as a <see cref="RegistryException"/>. The caller disposes of the stream.</remarks>
    /// <param name="repository">The repository of the blob.</param>
    /// <param name="digest">The digest of the blob.</param>
    /// <param name="cancellationToken">A token to cancel the operation; reads take their own token.</param>
    /// <returns>A stream that verifies the blob at its end.</returns>
    /// <exception cref="RegistryException">The registry has no such blob, or could not be contacted.</exception>
    Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a repository in the registry's order; pages are requested as the caller
    /// enumerates.</summary>
    /// <remarks>A name in the list that is no tag is left out, because nothing can be asked for by it.</remarks>
    /// <param name="repository">The repository to contact.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tags.</returns>
    /// <exception cref="RegistryException">Thrown while enumerating: the registry has no such repository, sent an invalid
    /// page or too many pages, or could not be contacted.</exception>
    IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default);

    /// <summary>Lists the manifests that refer to another one, such as signatures and attestations.</summary>
    /// <remarks>Uses the referrers API of OCI distribution 1.1, or the referrers tag (<c>sha256-…</c>) when a registry
    /// lacks it. The list of a subject without referrers, or one that does not exist, is empty.</remarks>
    /// <param name="repository">The repository of the subject.</param>
    /// <param name="subject">The digest of the manifest that is referred to.</param>
    /// <param name="artifactType">The artifact type to list; <see langword="null"/> for all types.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The referring manifests.</returns>
    /// <exception cref="RegistryException">Thrown while enumerating: the registry sent an invalid page, or could not be
    /// contacted.</exception>
    IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default);
}
