namespace ImageStreams.Kubernetes;

/// <summary>The limits of a <see cref="ClusterConnection"/>.</summary>
public sealed class ClusterConnectionOptions
{
    /// <summary>The default of <see cref="Timeout"/>: 100 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The default of <see cref="WatchTimeout"/>: 5 minutes.</summary>
    public static readonly TimeSpan DefaultWatchTimeout = TimeSpan.FromMinutes(5);

    /// <summary>The default of <see cref="WatchSilence"/>: 2.5 minutes.</summary>
    public static readonly TimeSpan DefaultWatchSilence = TimeSpan.FromMinutes(2.5);

    /// <summary>The default of <see cref="MaxRetryDelay"/>: 1 minute.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>The default of <see cref="MaxRetries"/>: 10.</summary>
    public const int DefaultMaxRetries = 10;

    /// <summary>The default of <see cref="MaxResponseBytes"/>: 256 MiB.</summary>
    public const long DefaultMaxResponseBytes = 256L << 20;

    /// <summary>The default of <see cref="MaxEventBytes"/>: 16 MiB.</summary>
    public const int DefaultMaxEventBytes = 16 << 20;

    /// <summary>The longest time of a request with its retries, save a watch; positive; 100 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The time for which the server is asked to keep one request of a watch open; at least 1 second; 5 minutes by default.</summary>
    /// <remarks>The watch goes on with another request then. Each request gets up to twice this time, at random, so that watches do
    /// not return together. A request that goes on for 30 seconds after its time is ended.</remarks>
    public TimeSpan WatchTimeout { get; set; } = DefaultWatchTimeout;

    /// <summary>The time without an event and without a bookmark after which the connection of a watch is taken for dead; at least 1
    /// second; 2.5 minutes by default.</summary>
    /// <remarks>A server sends bookmarks once a minute. The watch goes on from where it was, with another request.</remarks>
    public TimeSpan WatchSilence { get; set; } = DefaultWatchSilence;

    /// <summary>The number of retries of a request that the server postponed, with 429 or a <c>Retry-After</c>; 0 or more; 10 by
    /// default.</summary>
    /// <remarks>Writes are repeated only after answers that say that nothing was done: 429, and 503 with a <c>Retry-After</c>.</remarks>
    public int MaxRetries { get; set; } = DefaultMaxRetries;

    /// <summary>The longest wait before a retry, whatever the server asks for, and between two requests of a watch that fail; positive;
    /// 1 minute by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>The size of the largest response, in bytes, save that of a watch; positive; 256 MiB by default.</summary>
    public long MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>The size of the largest event of a watch, in bytes; positive; 16 MiB by default.</summary>
    public int MaxEventBytes { get; set; } = DefaultMaxEventBytes;

    /// <summary>Finds what is wrong with the options.</summary>
    /// <returns>A sentence for each problem; empty when the options can be used.</returns>
    public IEnumerable<string> Validate()
    {
        if (Timeout <= TimeSpan.Zero)
        {
            yield return $"{nameof(Timeout)} is {Timeout}; it must be positive.";
        }

        if (WatchTimeout < TimeSpan.FromSeconds(1))
        {
            yield return $"{nameof(WatchTimeout)} is {WatchTimeout}; it must be at least 1 second.";
        }

        if (WatchSilence < TimeSpan.FromSeconds(1))
        {
            yield return $"{nameof(WatchSilence)} is {WatchSilence}; it must be at least 1 second.";
        }

        if (MaxRetries < 0)
        {
            yield return $"{nameof(MaxRetries)} is {MaxRetries}; it must not be negative.";
        }

        if (MaxRetryDelay <= TimeSpan.Zero)
        {
            yield return $"{nameof(MaxRetryDelay)} is {MaxRetryDelay}; it must be positive.";
        }

        if (MaxResponseBytes <= 0 || MaxEventBytes <= 0)
        {
            yield return $"{nameof(MaxResponseBytes)} is {MaxResponseBytes} and {nameof(MaxEventBytes)} {MaxEventBytes}; both must be positive.";
        }
    }

    internal ClusterConnectionOptions Copy() => (ClusterConnectionOptions)MemberwiseClone();
}
