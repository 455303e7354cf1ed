using System.Threading.RateLimiting;
using ImageStreams.Internal;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Options of <see cref="HttpRegistryClient"/>.</summary>
/// <remarks>Copied when the client is created; later changes have no effect on it. All options bind from configuration
/// except those that are delegates.</remarks>
public sealed class RegistryClientOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxAttempts"/>: 4.</summary>
    public const int DefaultMaxAttempts = 4;

    /// <summary>Default of <see cref="MaxManifestBytes"/>: 4 MiB, the least that a registry has to accept.</summary>
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

    /// <summary>Default of <see cref="CallTimeout"/>: 10 minutes, which the default attempts and waits do not reach.</summary>
    public static readonly TimeSpan DefaultCallTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Default of <see cref="MinStreamedBytesPerSecond"/>: 1,024.</summary>
    public const int DefaultMinStreamedBytesPerSecond = 1024;

    /// <summary>Default of <see cref="HttpVersion"/>: 2.0.</summary>
    public static readonly Version DefaultHttpVersion = System.Net.HttpVersion.Version20;

    /// <summary>Default of <see cref="RetryDelay"/>: half a second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Default of <see cref="MaxRetryDelay"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The number of times that a request is sent before a transient failure is reported; at least 1.</summary>
    public int MaxAttempts { get; set; } = DefaultMaxAttempts;

    /// <summary>The time limit of one attempt, including the body; for a streamed blob, the time over which
    /// <see cref="MinStreamedBytesPerSecond"/> is measured. More than zero, at most a day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = DefaultAttemptTimeout;

    /// <summary>The time limit of a whole call: the waits for its turn, all attempts, and the waits between them. More than zero,
    /// at most a day. Reading a streamed blob comes after the call.</summary>
    public TimeSpan CallTimeout { get; set; } = DefaultCallTimeout;

    /// <summary>The least rate of a streamed blob in bytes per second, measured while reads wait for the network and over each
    /// <see cref="AttemptTimeout"/>; 0 for one byte in that time. Not negative.</summary>
    public int MinStreamedBytesPerSecond { get; set; } = DefaultMinStreamedBytesPerSecond;

    /// <summary>The wait before the second attempt; it doubles, with jitter, before each further one. Zero retries at once;
    /// at most a day.</summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest wait between two attempts; at most a day. A registry that requests a longer one gets no
    /// further request, and the exception contains the wait in <see cref="RegistryException.RetryAfter"/>.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>The largest manifest, token response and page of a list, in bytes; at least 1.</summary>
    public int MaxManifestBytes { get; set; } = DefaultMaxManifestBytes;

    /// <summary>The largest blob that <see cref="IRegistryClient.GetBlobAsync"/> reads, in bytes; at least 1.</summary>
    public int MaxBlobBytes { get; set; } = DefaultMaxBlobBytes;

    /// <summary>The largest blob that <see cref="IRegistryClient.OpenBlobAsync"/> streams, in bytes; at least 1.</summary>
    public long MaxStreamedBlobBytes { get; set; } = DefaultMaxStreamedBlobBytes;

    /// <summary>The maximum number of redirects that one request follows; not negative.</summary>
    public int MaxRedirects { get; set; } = DefaultMaxRedirects;

    /// <summary>The maximum number of pages of one list; at least 1.</summary>
    public int MaxPages { get; set; } = DefaultMaxPages;

    /// <summary>The number of tags requested for each page of a tag list; at least 1. Registries may send fewer.</summary>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>The <c>User-Agent</c> header of every request; empty for none.</summary>
    public string UserAgent { get; set; } = DefaultUserAgent;

    /// <summary>The newest version of HTTP to use; older versions are used for registries that do not support it. The
    /// default, HTTP/2, is used only over TLS and is the most: the addresses of HTTP/3 connections could not be checked.</summary>
    public Version HttpVersion { get; set; } = DefaultHttpVersion;

    /// <summary>The hosts that may receive the credentials of any registry that names them as its token server, with a port or
    /// for all ports; empty by default.</summary>
    /// <remarks>
    /// Without an entry here, credentials go to token servers on the registry's own host and below it, and on its parent domain
    /// and that domain's other hosts (<c>auth.docker.io</c> for <c>registry-1.docker.io</c>), unless anybody can have a name there
    /// (<c>co.uk</c>, <c>github.io</c>); only on the default port or the registry's own. This is no protection from the registry
    /// itself, which can require the password. Case does not matter.
    /// </remarks>
    public ISet<string> TrustedTokenHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts that may have private addresses; those of private registries by default.</summary>
    /// <remarks>A service whose users name the registries should set <see cref="PrivateAddressAccess.ListedHosts"/>.</remarks>
    public PrivateAddressAccess PrivateAddresses { get; set; } = PrivateAddressAccess.FromPrivateRegistries;

    /// <summary>The hosts that may always have private addresses, with a port or for all ports; empty by default. Hosts in
    /// <see cref="TrustedTokenHosts"/> may, too. Case does not matter.</summary>
    public ISet<string> PrivateHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The limits of each registry that <see cref="HostLimits"/> does not name.</summary>
    public RegistryLimits Limits { get; set; } = new();

    /// <summary>The limits of single registries; empty by default. The last entry of a registry is used.</summary>
    public IList<RegistryHostLimits> HostLimits { get; } = new List<RegistryHostLimits>();

    /// <summary>Creates a limiter of requests that replaces the <see cref="RegistryRateLimiter"/> of the limits above;
    /// <see langword="null"/>, the default, for that one.</summary>
    /// <remarks>Called once for each client. The caller disposes of the limiter. Set in code only.</remarks>
    public Func<PartitionedRateLimiter<RegistryRequest>>? CreateLimiter { get; set; }

    /// <summary>Gets the pauses that registries requested, to share or to keep them; <see langword="null"/>, the default, for
    /// those of the client alone.</summary>
    /// <remarks>Called once for each client. Set in code only.</remarks>
    public Func<RegistryPauses>? GetPauses { get; set; }

    /// <summary>Creates a pipeline that replaces the retries, limits and circuit breakers of the options above;
    /// <see langword="null"/>, the default, for those.</summary>
    /// <remarks>
    /// Called once for each client. The pipeline runs attempts that throw <see cref="RegistryException"/>, and finds the
    /// request in its context under <see cref="RegistryRequest.Key"/>. <see cref="RegistryResilience"/> creates
    /// the default pipeline and its retries. Set in code only.
    /// </remarks>
    public Func<ResiliencePipeline>? CreatePipeline { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxAttempts, 1);
        errors.Positive(AttemptTimeout, Day);
        errors.Positive(CallTimeout, Day);
        errors.AtLeast(MinStreamedBytesPerSecond, 0);
        errors.Defined(PrivateAddresses);
        errors.Between(RetryDelay, TimeSpan.Zero, Day);
        errors.Between(MaxRetryDelay, TimeSpan.Zero, Day);
        errors.AtLeast(MaxManifestBytes, 1);
        errors.AtLeast(MaxBlobBytes, 1);
        errors.AtLeast(MaxStreamedBlobBytes, 1);
        errors.AtLeast(MaxRedirects, 0);
        errors.AtLeast(MaxPages, 1);
        errors.AtLeast(PageSize, 1);
        errors.Require(UserAgent is not null, nameof(UserAgent), UserAgent, "set");
        errors.Require(HttpVersion is not null, nameof(HttpVersion), HttpVersion, "set");
        errors.Require(!(HttpVersion > DefaultHttpVersion), nameof(HttpVersion), HttpVersion, $"at most {DefaultHttpVersion}");
        errors.Check(Limits);
        errors.CheckEach(HostLimits);
    }
}
