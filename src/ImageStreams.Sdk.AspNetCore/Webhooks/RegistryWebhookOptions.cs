using ImageStreams.Importing;

namespace ImageStreams.AspNetCore;

/// <summary>Options of the endpoints that receive the notifications of registries.</summary>
/// <remarks>All options bind from configuration except <see cref="Moved"/>. Read once, when the endpoints are mapped.</remarks>
public sealed class RegistryWebhookOptions
{
    /// <summary>Default of <see cref="MaxConcurrentRequests"/>: 32.</summary>
    public const int DefaultMaxConcurrentRequests = 32;

    /// <summary>Default of <see cref="MaxRememberedDeliveries"/>: 4,096.</summary>
    public const int DefaultMaxRememberedDeliveries = 4096;

    /// <summary>Default of <see cref="MaxPendingNotifications"/>: 1,024.</summary>
    public const int DefaultMaxPendingNotifications = 1024;

    /// <summary>Default of <see cref="BodyTimeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultBodyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Default of <see cref="DuplicateWindow"/>: 10 minutes.</summary>
    public static readonly TimeSpan DefaultDuplicateWindow = TimeSpan.FromMinutes(10);

    /// <summary>The senders by name, which is a segment of the path; empty by default.</summary>
    /// <remarks>A name has at most 64 letters, digits, hyphens and underscores. Case is ignored.</remarks>
    public IDictionary<string, RegistryWebhookSender> Senders { get; } =
        new Dictionary<string, RegistryWebhookSender>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The largest number of requests of one sender that are read at a time; at least 1.</summary>
    /// <remarks>With the limit of a body, bounds the memory that a flood can take.</remarks>
    public int MaxConcurrentRequests { get; set; } = DefaultMaxConcurrentRequests;

    /// <summary>The time in which a body must have arrived; more than zero.</summary>
    public TimeSpan BodyTimeout { get; set; } = DefaultBodyTimeout;

    /// <summary>The time for which a delivery is remembered, so that another one like it is answered and forgotten; zero or
    /// more.</summary>
    /// <remarks>Deliveries are the same if the header with their number is, or their body when it says the time of its
    /// event. Two pushes of one tag look the same in bodies without a time (Quay, Artifactory), so that those all count.</remarks>
    public TimeSpan DuplicateWindow { get; set; } = DefaultDuplicateWindow;

    /// <summary>The largest number of deliveries of one sender that are remembered; at least 1.</summary>
    public int MaxRememberedDeliveries { get; set; } = DefaultMaxRememberedDeliveries;

    /// <summary>The largest number of notifications that wait for the schedule after they were answered; at least 1.</summary>
    public int MaxPendingNotifications { get; set; } = DefaultMaxPendingNotifications;

    /// <summary>The function that is called with each move instead of the import schedule, and returns the number of tags that are due
    /// because of it; <see langword="null"/>, the default, for the schedule. Set in code only.</summary>
    /// <remarks>Called after the answer, one move at a time. An exception is logged.</remarks>
    public Func<RepositoryMove, int>? Moved { get; set; }

    /// <summary>Adds a sender.</summary>
    /// <param name="name">The name, which is a segment of the path.</param>
    /// <param name="format">The format of its notifications.</param>
    /// <param name="secret">The shared secret; null for none, which <paramref name="configure"/> must then allow.</param>
    /// <param name="configure">Sets further options; null for none.</param>
    /// <returns>The sender.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or in use.</exception>
    public RegistryWebhookSender Add(
        string name, NotificationFormat format, string? secret = null, Action<RegistryWebhookSender>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        var sender = new RegistryWebhookSender { Secret = secret, Notifications = { Format = format } };
        configure?.Invoke(sender);
        Senders.Add(name, sender);
        return sender;
    }
}
