using System.Collections.Frozen;
using Polly;

namespace ImageStreams.Registries;

/// <summary>The checked, immutable copy of <see cref="RegistryClientOptions"/> that a client works with.</summary>
internal sealed class RegistryClientSettings
{
    /// <summary>How much of an error body is read: enough for any explanation, too little to hurt.</summary>
    public const int MaxErrorBytes = 64 << 10;

    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    public RegistryClientSettings(RegistryClientOptions options, TimeProvider timeProvider)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.AttemptTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.AttemptTimeout, MaxWait);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RetryDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RetryDelay, MaxWait);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRetryDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxRetryDelay, MaxWait);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxManifestBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxBlobBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxStreamedBlobBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxRedirects);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxPages);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.PageSize);

        AttemptTimeout = options.AttemptTimeout;
        MaxManifestBytes = options.MaxManifestBytes;
        MaxBlobBytes = options.MaxBlobBytes;
        MaxStreamedBlobBytes = options.MaxStreamedBlobBytes;
        MaxRedirects = options.MaxRedirects;
        MaxPages = options.MaxPages;
        PageSize = options.PageSize;
        UserAgent = options.UserAgent;
        HttpVersion = options.HttpVersion;
        TrustedTokenHosts = options.TrustedTokenHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Pipeline = options.Pipeline ?? RegistryResilience.CreatePipeline(options, timeProvider);
    }

    public TimeSpan AttemptTimeout { get; }

    public int MaxManifestBytes { get; }

    public int MaxBlobBytes { get; }

    public long MaxStreamedBlobBytes { get; }

    public int MaxRedirects { get; }

    public int MaxPages { get; }

    public int PageSize { get; }

    public string UserAgent { get; }

    public Version HttpVersion { get; }

    public FrozenSet<string> TrustedTokenHosts { get; }

    public ResiliencePipeline Pipeline { get; }
}
