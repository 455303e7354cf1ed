namespace ImageStreams.Importing;

/// <summary>Options for reading a <see cref="RegistryNotification"/>.</summary>
public sealed class RegistryNotificationOptions
{
    /// <summary>The default of <see cref="MaxBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1 << 20;

    /// <summary>The default of <see cref="MaxEvents"/>: 1,000.</summary>
    public const int DefaultMaxEvents = 1000;

    /// <summary>The format of the notifications; null, the default, to detect it.</summary>
    public NotificationFormat? Format { get; set; }

    /// <summary>The registry of all moves, whatever the notification says; null, the default, for the one in the notification.</summary>
    /// <remarks>
    /// For a registry behind a proxy that does not know its own name, and for an endpoint that only one registry may call.
    /// </remarks>
    public string? Registry { get; set; }

    /// <summary>The largest size of a notification in bytes; <see cref="DefaultMaxBytes"/> by default.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    /// <summary>The largest number of events, or of tags of one event; <see cref="DefaultMaxEvents"/> by default.</summary>
    public int MaxEvents { get; set; } = DefaultMaxEvents;
}
