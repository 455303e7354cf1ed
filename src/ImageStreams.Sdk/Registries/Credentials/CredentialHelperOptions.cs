namespace ImageStreams.Registries;

/// <summary>How credential helpers (<c>docker-credential-*</c>) are run.</summary>
/// <remarks>Copied when a source is created; later changes have no effect on it.</remarks>
public sealed class CredentialHelperOptions
{
    /// <summary>Default of <see cref="MaxOutputBytes"/>: 64 KiB.</summary>
    public const int DefaultMaxOutputBytes = 64 << 10;

    /// <summary>Default of <see cref="Timeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Default of <see cref="CacheLifetime"/>: one minute.</summary>
    public static readonly TimeSpan DefaultCacheLifetime = TimeSpan.FromMinutes(1);

    /// <summary>How long a helper may take, from its start to the end of its output; it is ended then. At most a
    /// day.</summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>How long the answer for one registry is used again; zero asks each time. At most 30
    /// days.</summary>
    public TimeSpan CacheLifetime { get; set; } = DefaultCacheLifetime;

    /// <summary>The most output of a helper that is read, in bytes.</summary>
    public int MaxOutputBytes { get; set; } = DefaultMaxOutputBytes;

    /// <summary>The folders to look for helpers in, separated as in <c>PATH</c>; <see langword="null"/> for <c>PATH</c>
    /// itself. The current folder is not looked at.</summary>
    public string? SearchPath { get; set; }
}
