using System.Threading.RateLimiting;
using ImageStreams.Collections;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Settings of <see cref="HttpRegistryClient"/>.</summary>
/// <remarks>The client copies them when it is created; later changes have no effect on it.</remarks>
public sealed class RegistryClientOptions
{
    /// <summary>Default of <see cref="MaxAttempts"/>: 4.</summary>
    public const int DefaultMaxAttempts = 4;

    /// <summary>Default of <see cref="MaxManifestBytes"/>: 4 MiB, the least a registry has to accept.</summary>
    public const int DefaultMaxManifestBytes = 4 << 20;

    /// <summary>Default of <see cref="MaxBlobBytes"/>: 8 MiB.</summary>
    public const int DefaultMaxBlobBytes = 8 << 20;

    /// <summary>Default of <see cref="MaxStreamedBlobBytes"/>: 32 GiB.</summary>
    public const long DefaultMaxStreamedBlobBytes = 32L << 30;

    /// <summary>Default of <see cref="MaxRedirects"/>: 5.</summary>
    public const int DefaultMaxRedirects = 5;

    /// <summary>Default of <see cref="MaxPages"/>: 1,000.</summary>
    public const int DefaultMaxPages = 1000;

    /// <summary>Default of <see cref="PageSize"/>: 1,000.</summary>
    public const int DefaultPageSize = 1000;

    /// <summary>Default of <see cref="UserAgent"/>.</summary>
    public const string DefaultUserAgent = "ImageStreams.Sdk";

    /// <summary>Default of <see cref="AttemptTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Default of <see cref="HttpVersion"/>: 2.0.</summary>
    public static readonly Version DefaultHttpVersion = System.Net.HttpVersion.Version20;

    /// <summary>Default of <see cref="RetryDelay"/>: half a second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Default of <see cref="MaxRetryDelay"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is sent in total before a transient failure is reported; at least 1.</summary>
    public int MaxAttempts { get; set; } = DefaultMaxAttempts;

    /// <summary>How long one attempt may take, body included; for a streamed blob, how long each read may
    /// take. More than zero, at most a day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = DefaultAttemptTimeout;

    /// <summary>The wait before the second attempt; it doubles, with jitter, for each further one. Zero retries at
    /// once; at most a day.</summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest wait between two attempts. A registry that asks for a longer one is not asked again; the
    /// failure says how long it wants to be left alone.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>The largest manifest, token answer and page of a list that is read, in bytes.</summary>
    public int MaxManifestBytes { get; set; } = DefaultMaxManifestBytes;

    /// <summary>The largest blob that <see cref="IRegistryClient.GetBlobAsync"/> reads, in bytes.</summary>
    public int MaxBlobBytes { get; set; } = DefaultMaxBlobBytes;

    /// <summary>The largest blob that <see cref="IRegistryClient.OpenBlobAsync"/> lets through, in bytes.</summary>
    public long MaxStreamedBlobBytes { get; set; } = DefaultMaxStreamedBlobBytes;

    /// <summary>How many redirects one request follows.</summary>
    public int MaxRedirects { get; set; } = DefaultMaxRedirects;

    /// <summary>How many pages of one list are read.</summary>
    public int MaxPages { get; set; } = DefaultMaxPages;

    /// <summary>How many entries are asked for per page of a tag list; registries may send fewer.</summary>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>The <c>User-Agent</c> of every request.</summary>
    public string UserAgent { get; set; } = DefaultUserAgent;

    /// <summary>The newest version of HTTP to use; registries that lack it are asked over the one that they have. HTTP/2 by
    /// default, which is offered over TLS only.</summary>
    public Version HttpVersion { get; set; } = DefaultHttpVersion;

    /// <summary>Hosts, without port, that may be given the credentials of any registry that names them as its token
    /// server; empty by default.</summary>
    /// <remarks>
    /// Without an entry here, credentials go to token servers on the registry's own host, on its parent domain and on
    /// that domain's other hosts (<c>auth.docker.io</c> for <c>registry-1.docker.io</c>). Compared without case.
    /// </remarks>
    public ISet<string> TrustedTokenHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How much a registry is asked at once and in a time, and when it is left alone; for each registry that
    /// <see cref="HostLimits"/> does not name.</summary>
    public RegistryLimits Limits { get; set; } = RegistryLimits.Default;

    /// <summary>The limits of single registries, by host and optional port; none by default.</summary>
    public ValueMap<RegistryLimits> HostLimits { get; set; }

    /// <summary>Replaces the limiter of requests; <see langword="null"/> builds a <see cref="RegistryRateLimiter"/> from
    /// the limits above. Any limiter of the framework will do. Stays the caller's to dispose of.</summary>
    public PartitionedRateLimiter<RegistryRequest>? Limiter { get; set; }

    /// <summary>Replaces retries, limits and circuit breakers altogether; <see langword="null"/> builds them from the
    /// settings above.</summary>
    /// <remarks>
    /// It runs attempts that throw <see cref="RegistryException"/>; <see cref="RegistryRequest.Key"/> finds in its
    /// context what they are about. <see cref="RegistryRetry"/> and <see cref="RegistryResilience"/> have the parts of
    /// the default, to be combined with others.
    /// </remarks>
    public ResiliencePipeline? Pipeline { get; set; }
}
