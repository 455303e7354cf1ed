using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Options of <see cref="ImportForecast"/>: the assumptions of a forecast.</summary>
/// <remarks>
/// The defaults are cautious: a forecast is more likely too high than too low. All options bind from configuration except
/// those that are delegates.
/// </remarks>
public sealed class ImportForecastOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="Platforms"/>: 2.</summary>
    public const int DefaultPlatforms = 2;

    /// <summary>Default of <see cref="ChangesPerDay"/>: 1.</summary>
    public const double DefaultChangesPerDay = 1;

    /// <summary>Default of <see cref="RepositoryTags"/>: 50.</summary>
    public const int DefaultRepositoryTags = RepositoryTagSelection.DefaultLimit;

    /// <summary>Default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(30);

    /// <summary>Creates the default options with the intervals of a schedule.</summary>
    /// <param name="schedule">The options of the schedule.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option of the schedule is out of range.</exception>
    public static ImportForecastOptions FromSchedule(ImportScheduleOptions schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new ImportForecastOptions { Interval = new ImportIntervals(schedule).GetInterval };
    }

    /// <summary>
    /// The function that returns the time from one import of a tag to the next, more than zero;
    /// <see cref="ImportScheduleOptions.DefaultInterval"/> for each tag by default. Set in code only.
    /// </summary>
    public Func<ImageStream, TagReference, TimeSpan> Interval { get; set; } =
        static (_, _) => ImportScheduleOptions.DefaultInterval;

    /// <summary>
    /// The function that returns the number of platforms of a tag's image, 0 for an image that is not an index; by default
    /// each image is an index of <see cref="DefaultPlatforms"/>. Set in code only.
    /// </summary>
    public Func<ImageStream, TagReference, int> Platforms { get; set; } = static (_, _) => DefaultPlatforms;

    /// <summary>The new images of a scheduled tag in a day, on average; not negative.</summary>
    public double ChangesPerDay { get; set; } = DefaultChangesPerDay;

    /// <summary>The tags that the import of a whole repository takes (<c>spec.dockerImageRepository</c>); not
    /// negative.</summary>
    public int RepositoryTags { get; set; } = DefaultRepositoryTags;

    /// <summary>The pulls that registries allow; by default those of anonymous use of Docker Hub. The last entry of a
    /// registry counts.</summary>
    public IList<PullQuotaOptions> Quotas { get; } =
        new List<PullQuotaOptions> { PullQuotaOptions.FromQuota(DockerHub.Registry, PullQuota.DockerHubAnonymous) };

    /// <summary>The limits of the client for each registry that <see cref="HostLimits"/> does not name, of which the
    /// forecast uses the budget; as in <see cref="RegistryClientOptions.Limits"/>.</summary>
    public RegistryLimits Limits { get; set; } = new();

    /// <summary>The limits of the client for single registries; as in
    /// <see cref="RegistryClientOptions.HostLimits"/>.</summary>
    public IList<RegistryHostLimits> HostLimits { get; } = new List<RegistryHostLimits>();

    /// <summary>The period that a forecast covers for a registry without a quota; for one with a quota, its period
    /// counts. More than zero, at most 30 days.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(Interval is not null, nameof(Interval), Interval, "set");
        errors.Require(Platforms is not null, nameof(Platforms), Platforms, "set");
        errors.Require(ChangesPerDay >= 0, nameof(ChangesPerDay), ChangesPerDay, "at least 0");
        errors.AtLeast(RepositoryTags, 0);
        errors.CheckEach(Quotas);
        errors.Check(Limits);
        errors.CheckEach(HostLimits);
        errors.Positive(Window, MaxWindow);
    }
}
