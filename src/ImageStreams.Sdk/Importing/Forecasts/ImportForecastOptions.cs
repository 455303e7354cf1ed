using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Assumptions of an <see cref="ImportForecast"/>.</summary>
/// <remarks>The defaults are cautious: they forecast too much rather than too little.</remarks>
public sealed class ImportForecastOptions
{
    /// <summary>The default of <see cref="Platforms"/>: 2.</summary>
    public const int DefaultPlatforms = 2;

    /// <summary>The default of <see cref="ChangesPerDay"/>: 1.</summary>
    public const double DefaultChangesPerDay = 1;

    /// <summary>The default of <see cref="RepositoryTags"/>: 50.</summary>
    public const int DefaultRepositoryTags = RepositoryTagSelection.DefaultLimit;

    /// <summary>The default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    /// <summary>Creates the defaults with the intervals of a schedule.</summary>
    /// <param name="schedule">The options of the schedule.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option of the schedule is out of its range.</exception>
    public static ImportForecastOptions FromSchedule(ImportScheduleOptions schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new ImportForecastOptions { Interval = new ImportIntervals(schedule).GetInterval };
    }

    /// <summary>
    /// A function that returns the time from one check of a tag to the next, more than zero;
    /// <see cref="ImportScheduleOptions.DefaultInterval"/> by default.
    /// </summary>
    public Func<ImageStream, TagReference, TimeSpan> Interval { get; set; } =
        static (_, _) => ImportScheduleOptions.DefaultInterval;

    /// <summary>
    /// A function that returns the number of platforms of a tag's image, 0 for an image that is not an index. By default each
    /// image is an index with <see cref="DefaultPlatforms"/>.
    /// </summary>
    public Func<ImageStream, TagReference, int> Platforms { get; set; } = static (_, _) => DefaultPlatforms;

    /// <summary>The average number of new images of a scheduled tag in a day; not negative. <see cref="DefaultChangesPerDay"/> by default.</summary>
    public double ChangesPerDay { get; set; } = DefaultChangesPerDay;

    /// <summary>
    /// The number of tags that the import of a whole repository takes (<c>spec.dockerImageRepository</c>); not negative.
    /// <see cref="DefaultRepositoryTags"/> by default.
    /// </summary>
    public int RepositoryTags { get; set; } = DefaultRepositoryTags;

    /// <summary>The quotas of registries, by host and optional port; that of Docker Hub for anonymous users by default.</summary>
    public ValueMap<PullQuota> Quotas { get; set; } = [new(DockerHub.Registry, PullQuota.DockerHubAnonymous)];

    /// <summary>
    /// The limits of the client for registries that are not in <see cref="HostLimits"/>, as in
    /// <see cref="RegistryClientOptions.Limits"/>. A forecast uses their budget.
    /// </summary>
    public RegistryLimits Limits { get; set; } = RegistryLimits.Default;

    /// <summary>The limits of single registries, as in <see cref="RegistryClientOptions.HostLimits"/>.</summary>
    public ValueMap<RegistryLimits> HostLimits { get; set; }

    /// <summary>
    /// The period of the numbers for a registry without a quota, which otherwise sets it. More than zero, at most 30 days;
    /// <see cref="DefaultWindow"/> by default.
    /// </summary>
    public TimeSpan Window { get; set; } = DefaultWindow;
}
