using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What an <see cref="ImportForecast"/> assumes.</summary>
/// <remarks>The defaults are cautious: what they forecast is rather too much than too little.</remarks>
public sealed class ImportForecastOptions
{
    /// <summary>Default of <see cref="Platforms"/>: 2.</summary>
    public const int DefaultPlatforms = 2;

    /// <summary>Default of <see cref="ChangesPerDay"/>: 1.</summary>
    public const double DefaultChangesPerDay = 1;

    /// <summary>Default of <see cref="RepositoryTags"/>: 50.</summary>
    public const int DefaultRepositoryTags = RepositoryTagSelection.DefaultLimit;

    /// <summary>Default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    /// <summary>The defaults, with the intervals of a schedule.</summary>
    /// <param name="schedule">The options of the schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option of the schedule is out of its range.</exception>
    public static ImportForecastOptions FromSchedule(ImportScheduleOptions schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new ImportForecastOptions { Interval = new ImportIntervals(schedule).GetInterval };
    }

    /// <summary>The time from one check of a tag to the next; <see cref="ImportScheduleOptions.DefaultInterval"/> for each
    /// by default. More than zero.</summary>
    public Func<ImageStream, TagReference, TimeSpan> Interval { get; set; } =
        static (_, _) => ImportScheduleOptions.DefaultInterval;

    /// <summary>How many platforms the image of a tag is for; 0 for an image that is no index. By default each image is an
    /// index of <see cref="DefaultPlatforms"/>.</summary>
    public Func<ImageStream, TagReference, int> Platforms { get; set; } = static (_, _) => DefaultPlatforms;

    /// <summary>How often a scheduled tag gets a new image in a day, on average; not negative.</summary>
    public double ChangesPerDay { get; set; } = DefaultChangesPerDay;

    /// <summary>How many tags the import of a whole repository takes (<c>spec.dockerImageRepository</c>); not
    /// negative.</summary>
    public int RepositoryTags { get; set; } = DefaultRepositoryTags;

    /// <summary>What registries allow, by host and optional port; anonymous use of Docker Hub by default.</summary>
    public ValueMap<PullQuota> Quotas { get; set; } = [new(DockerHub.Registry, PullQuota.DockerHubAnonymous)];

    /// <summary>The limits that the client has for registries which <see cref="HostLimits"/> does not name; their budget
    /// counts here. As in <see cref="RegistryClientOptions.Limits"/>.</summary>
    public RegistryLimits Limits { get; set; } = RegistryLimits.Default;

    /// <summary>The limits of single registries, as in <see cref="RegistryClientOptions.HostLimits"/>.</summary>
    public ValueMap<RegistryLimits> HostLimits { get; set; }

    /// <summary>The time that a forecast counts for a registry without a quota; with one, the quota's. More than zero, at
    /// most 30 days.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;
}
