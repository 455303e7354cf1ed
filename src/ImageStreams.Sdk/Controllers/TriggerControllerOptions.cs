using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="TriggerController"/>.</summary>
/// <remarks>Copied when the controller is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class TriggerControllerOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="RetryDelay"/>: one second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Default of <see cref="MaxRetryDelay"/>: five minutes.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The host and port of the internal registry, for streams without <c>status.dockerImageRepository</c>; empty, the
    /// default, for none.
    /// </summary>
    public string InternalRegistryHostname { get; set; } = "";

    /// <summary>
    /// The wait before the first retry of a failed update; it doubles with each retry. More than zero.
    /// </summary>
    /// <remarks>Retries go on until they succeed, where OpenShift stops after a few until something changes.</remarks>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest wait between two retries; at least <see cref="RetryDelay"/>, at most 366 days.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>
    /// The limits beyond which objects whose triggers fire too often are held; <see langword="null"/>, the default, to hold
    /// none, as in OpenShift, where builds that trigger each other never end.
    /// </summary>
    public TriggerFuseOptions? Fuse { get; set; }

    /// <summary>
    /// The highest number of builds that the controller starts at a time, at least 1; <see langword="null"/>, the default, for
    /// any number, as in OpenShift.
    /// </summary>
    /// <remarks>
    /// Beyond it, objects wait for their turn, and their triggers are evaluated again then, so that one build does for several
    /// moves. The owner must report every end of a build: <see cref="TriggerController.ReportBuildEnded"/>.
    /// </remarks>
    public int? MaxRunningBuilds { get; set; }

    /// <summary>
    /// The highest number of builds that start within a time; <see langword="null"/>, the default, for any number, as in OpenShift.
    /// </summary>
    /// <remarks>Objects beyond it wait in their order, and their triggers are evaluated again then.</remarks>
    public BuildRateOptions? BuildRate { get; set; }

    /// <summary>
    /// Builds in waves: one whose base image is itself being built waits for it. <see langword="null"/>, the default, lets each
    /// start at once, as in OpenShift, and again for each new base image.
    /// </summary>
    /// <remarks>The owner should report every end of a build: <see cref="TriggerController.ReportBuildEnded"/>.</remarks>
    public BuildWaveOptions? Waves { get; set; }

    /// <summary>
    /// The time that a tag must have pointed to an image before triggers take it; zero, the default, for none, as in OpenShift.
    /// At most 366 days.
    /// </summary>
    /// <remarks>The annotation <see cref="Controllers.MaturityDelay.AnnotationName"/> of a tag in the <c>spec</c> of its stream counts
    /// instead.</remarks>
    public TimeSpan MaturityDelay { get; set; }

    /// <summary>
    /// The times in which builds start and workloads change; <see langword="null"/>, the default, for any time, as in OpenShift.
    /// </summary>
    public ChangeWindowsOptions? ChangeWindows { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(InternalRegistryHostname is not null, nameof(InternalRegistryHostname), InternalRegistryHostname, "set");
        errors.Positive(RetryDelay);
        errors.Require(
            MaxRetryDelay >= RetryDelay, nameof(MaxRetryDelay), MaxRetryDelay, $"at least {nameof(RetryDelay)} ({RetryDelay:c})");
        errors.Require(
            MaxRetryDelay <= OptionLimits.LongestTime,
            nameof(MaxRetryDelay),
            MaxRetryDelay,
            $"at most {OptionLimits.LongestTime:c}");
        errors.AtLeast(MaxRunningBuilds ?? 1, 1, nameof(MaxRunningBuilds));
        errors.Between(MaturityDelay, TimeSpan.Zero, Controllers.MaturityDelay.Max);
        CheckIfSet(errors, Fuse, nameof(Fuse));
        CheckIfSet(errors, BuildRate, nameof(BuildRate));
        CheckIfSet(errors, Waves, nameof(Waves));
        CheckIfSet(errors, ChangeWindows, nameof(ChangeWindows));
    }

    private static void CheckIfSet(OptionsErrors errors, ICheckedOptions? options, string name)
    {
        if (options is not null)
        {
            errors.Check(options, name);
        }
    }
}
