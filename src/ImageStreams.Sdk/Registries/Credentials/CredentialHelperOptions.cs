using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Options of running credential helpers (<c>docker-credential-*</c>).</summary>
/// <remarks>Copied when a source is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class CredentialHelperOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxOutputBytes"/>: 64 KiB.</summary>
    public const int DefaultMaxOutputBytes = 64 << 10;

    /// <summary>Default of <see cref="Timeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Default of <see cref="CacheLifetime"/>: one minute.</summary>
    public static readonly TimeSpan DefaultCacheLifetime = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxCacheLifetime = TimeSpan.FromDays(30);

    /// <summary>The time limit of a helper, from its start to the end of its output, after which it is killed; more
    /// than zero, at most a day.</summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The time for which the result for one registry is cached, at most 30 days; zero runs the helper each
    /// time.</summary>
    public TimeSpan CacheLifetime { get; set; } = DefaultCacheLifetime;

    /// <summary>The maximum size of the output of a helper, in bytes; at least 1.</summary>
    public int MaxOutputBytes { get; set; } = DefaultMaxOutputBytes;

    /// <summary>The folders to search for helpers, separated as in <c>PATH</c>; <see langword="null"/>, the default, for
    /// <c>PATH</c> itself. The current folder is not searched.</summary>
    public string? SearchPath { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Positive(Timeout, MaxTimeout);
        errors.Between(CacheLifetime, TimeSpan.Zero, MaxCacheLifetime);
        errors.AtLeast(MaxOutputBytes, 1);
    }
}
