using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="TriggerController"/>.</summary>
/// <remarks>Copied when the controller is created; later changes have no effect on it. All options bind from configuration
/// except those that are delegates.</remarks>
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
    /// The function that returns the fuse that pauses objects whose triggers fire too often; <see langword="null"/>, the
    /// default, to pause none, as in OpenShift. Called when the controller is created. Set in code only.
    /// </summary>
    public Func<TriggerFuse>? GetFuse { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(InternalRegistryHostname is not null, nameof(InternalRegistryHostname), InternalRegistryHostname, "set");
        errors.Positive(RetryDelay);
        errors.Require(
            MaxRetryDelay >= RetryDelay, nameof(MaxRetryDelay), MaxRetryDelay, $"at least {nameof(RetryDelay)} ({RetryDelay:c})");
    }
}
