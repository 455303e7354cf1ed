namespace ImageStreams.Hosting;

/// <summary>Options of the health checks: the objective that imports are measured by, and the limit of outages.</summary>
/// <remarks>Read for each check, and validated when the host starts. All options bind from configuration.</remarks>
public sealed class ImageStreamHealthOptions
{
    /// <summary>Default of <see cref="OnTimeShare"/>: 0.95.</summary>
    public const double DefaultOnTimeShare = 0.95;

    /// <summary>Default of <see cref="AllowedIntervals"/>: 2.</summary>
    public const double DefaultAllowedIntervals = 2;

    /// <summary>Default of <see cref="MaxReportedTags"/>: 10.</summary>
    public const int DefaultMaxReportedTags = 10;

    /// <summary>The highest value of <see cref="AllowedIntervals"/>.</summary>
    internal const double MaxAllowedIntervals = 1000;

    /// <summary>Default of <see cref="StoreOutageLimit"/>: one minute.</summary>
    public static readonly TimeSpan DefaultStoreOutageLimit = TimeSpan.FromMinutes(1);

    /// <summary>The share of the scheduled tags that must be on time, more than 0 and at most 1; with fewer, imports are
    /// degraded.</summary>
    public double OnTimeShare { get; set; } = DefaultOnTimeShare;

    /// <summary>The number of its intervals within which a scheduled tag must be checked to be on time, between 1 and
    /// 1000.</summary>
    public double AllowedIntervals { get; set; } = DefaultAllowedIntervals;

    /// <summary>The time for which the store may be unavailable before the service is unhealthy; more than zero. Until then, it
    /// is degraded.</summary>
    public TimeSpan StoreOutageLimit { get; set; } = DefaultStoreOutageLimit;

    /// <summary>The highest number of tags that the data of a check names, the latest first; at least 0.</summary>
    public int MaxReportedTags { get; set; } = DefaultMaxReportedTags;
}
