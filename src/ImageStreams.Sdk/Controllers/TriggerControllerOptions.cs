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

    /// <summary>The longest wait between two retries; at least <see cref="RetryDelay"/>.</summary>
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

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(InternalRegistryHostname is not null, nameof(InternalRegistryHostname), InternalRegistryHostname, "set");
        errors.Positive(RetryDelay);
        errors.Require(
            MaxRetryDelay >= RetryDelay, nameof(MaxRetryDelay), MaxRetryDelay, $"at least {nameof(RetryDelay)} ({RetryDelay:c})");
        errors.AtLeast(MaxRunningBuilds ?? 1, 1, nameof(MaxRunningBuilds));
        if (Fuse is not null)
        {
            errors.Check(Fuse);
        }
    }
}
