namespace ImageStreams.Controllers;

/// <summary>Settings of a <see cref="TriggerController"/>.</summary>
/// <remarks>Read once, when the controller is made; later changes have no effect.</remarks>
public sealed class TriggerControllerOptions
{
    /// <summary>Default of <see cref="RetryDelay"/>: one second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Default of <see cref="MaxRetryDelay"/>: five minutes.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The host and port of the integrated registry, which stands in where a stream does not say its repository; empty, the
    /// default, for none.
    /// </summary>
    public string InternalRegistryHostname { get; set; } = "";

    /// <summary>
    /// The wait before what was not done is tried again; it doubles with each try. More than zero.
    /// </summary>
    /// <remarks>It is tried for ever, where OpenShift gives up after a few times until something changes.</remarks>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest wait between two tries; at least <see cref="RetryDelay"/>.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>Holds objects that fire too often; none, the default, holds nothing, as in OpenShift.</summary>
    public TriggerFuse? Fuse { get; set; }
}
