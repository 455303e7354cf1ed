namespace ImageStreams.Controllers;

/// <summary>The settings of a <see cref="TriggerController"/>.</summary>
/// <remarks>The controller reads them once, in its constructor; later changes have no effect.</remarks>
public sealed class TriggerControllerOptions
{
    /// <summary>The default of <see cref="RetryDelay"/>: one second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>The default of <see cref="MaxRetryDelay"/>: five minutes.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The host and port of the integrated registry, used for streams without <c>status.dockerImageRepository</c>; empty,
    /// the default, for none.
    /// </summary>
    public string InternalRegistryHostname { get; set; } = "";

    /// <summary>The delay before the first retry, which doubles with each further one; more than zero.</summary>
    /// <remarks>Retries never end, while OpenShift stops after a few attempts until something changes.</remarks>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest delay between two attempts; at least <see cref="RetryDelay"/>.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>The fuse that holds objects that fire too often; null, the default, for none, as in OpenShift.</summary>
    public TriggerFuse? Fuse { get; set; }
}
