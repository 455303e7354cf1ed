using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Reads from image registries; the port behind which all registry traffic of the library happens.</summary>
/// <remarks>
/// <para><b>Verification.</b> Content is checked against its digest before a caller sees its end: what
/// <see cref="GetManifestAsync"/> and <see cref="GetBlobAsync"/> return is verified, and the stream of
/// <see cref="OpenBlobAsync"/> throws instead of reporting its end when the content was something else.</para>
/// <para><b>Size.</b> Manifests and buffered blobs are capped (4 MiB and 8 MiB unless configured otherwise); an answer
/// beyond its cap is <see cref="RegistryFailure.TooLarge"/> and is never buffered whole.</para>
/// <para><b>Caching.</b> An implementation may remember tokens and connections, but not content: a tag is asked for
/// anew with every call. Callers that meet a digest twice keep what they have.</para>
/// <para><b>Threads.</b> Implementations are safe for concurrent use.</para>
/// <para><b>Errors.</b> Whatever the registry or the network does is a <see cref="RegistryException"/>, thrown once the
/// implementation has given up retrying. Cancelling the token given to a call surfaces as
/// <see cref="OperationCanceledException"/> and is never wrapped. A malformed argument is an
/// <see cref="ArgumentException"/>, thrown before anything is sent.</para>
/// <para><b>Mirrors.</b> A request names the repository a caller means; the <c>Source</c> of each result names the
/// registry that answered, which may be a mirror of it.</para>
/// </remarks>
public interface IRegistryClient
{
    /// <summary>Finds out what a tag or digest names, without fetching its content.</summary>
    /// <remarks>
    /// Asks with <c>HEAD</c>, which registries do not count against pull limits, and falls back to a verified
    /// <c>GET</c> where the answer lacks the digest, the media type or the size. <c>HEAD</c> answers have no body, so a
    /// missing repository is reported as <see cref="RegistryFailure.ManifestNotFound"/> as well.
    /// </remarks>
    /// <param name="repository">The repository to ask.</param>
    /// <param name="tagOrDigest">A tag of up to 128 characters, or a digest such as <c>sha256:…</c>.</param>
    /// <param name="cancellationToken">Stops the call, including its waits between attempts.</param>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, or could not be asked.</exception>
    Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default);

    /// <summary>Fetches a manifest, an index or a manifest list, byte for byte as the registry keeps it.</summary>
    /// <remarks>
    /// <see cref="RegistryRepository.Accept"/> is a wish; a registry may answer with another kind, which
    /// <see cref="RegistryManifest.MediaType"/> then tells.
    /// </remarks>
    /// <param name="repository">The repository to ask.</param>
    /// <param name="tagOrDigest">A tag of up to 128 characters, or a digest such as <c>sha256:…</c>.</param>
    /// <param name="cancellationToken">Stops the call, including its waits between attempts.</param>
    /// <exception cref="ArgumentException"><paramref name="tagOrDigest"/> is neither a tag nor a digest.</exception>
    /// <exception cref="RegistryException">The registry has no such manifest, sent content that does not match its
    /// digest or exceeds the cap, or could not be asked.</exception>
    Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default);

    /// <summary>Fetches a small blob, such as an image configuration, into memory.</summary>
    /// <param name="repository">The repository that links the blob.</param>
    /// <param name="digest">The digest of the blob.</param>
    /// <param name="cancellationToken">Stops the call, including its waits between attempts.</param>
    /// <exception cref="RegistryException">The registry has no such blob, sent content that does not match its digest
    /// or exceeds the cap, or could not be asked.</exception>
    Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default);

    /// <summary>Opens a blob of any size for reading once, from start to end.</summary>
    /// <remarks>
    /// Attempts are repeated until the content starts to arrive; a failure while reading surfaces from the stream as a
    /// <see cref="RegistryException"/>. The caller disposes of the stream.
    /// </remarks>
    /// <param name="repository">The repository that links the blob.</param>
    /// <param name="digest">The digest of the blob.</param>
    /// <param name="cancellationToken">Stops the call; reads take their own token.</param>
    /// <exception cref="RegistryException">The registry has no such blob, or could not be asked.</exception>
    Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a repository in the registry's order, page by page as the caller reads on.</summary>
    /// <param name="repository">The repository to ask.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="RegistryException">Thrown while enumerating: the registry has no such repository, sent a page
    /// that makes no sense, never came to an end, or could not be asked.</exception>
    IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default);

    /// <summary>Lists the manifests that refer to another one, such as signatures and attestations.</summary>
    /// <remarks>
    /// Uses the referrers API of OCI distribution 1.1, or the referrers tag (<c>sha256-…</c>) where a registry lacks
    /// it. A subject that nobody refers to, or that is not there, has an empty list.
    /// </remarks>
    /// <param name="repository">The repository of the subject.</param>
    /// <param name="subject">The digest of the manifest that is referred to.</param>
    /// <param name="artifactType">Lists this type only; <see langword="null"/> lists all.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="RegistryException">Thrown while enumerating: the registry sent a page that makes no sense, or
    /// could not be asked.</exception>
    IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default);
}
