namespace ImageStreams.Importing;

/// <summary>How a <see cref="RegistryNotification"/> is read.</summary>
public sealed class RegistryNotificationOptions
{
    /// <summary>Default of <see cref="MaxBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1 << 20;

    /// <summary>Default of <see cref="MaxEvents"/>: 1,000.</summary>
    public const int DefaultMaxEvents = 1000;

    /// <summary>Whose notifications these are; null, the default, tells it from each one.</summary>
    public NotificationFormat? Format { get; set; }

    /// <summary>The registry that they are about, whatever they say themselves; null, the default, believes them.</summary>
    /// <remarks>For a registry that does not know its own name because it is behind a proxy, and for an address that only
    /// one registry may write to.</remarks>
    public string? Registry { get; set; }

    /// <summary>The longest notification that is read, in bytes.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    /// <summary>The most events, or tags of one event, that a notification may tell.</summary>
    public int MaxEvents { get; set; } = DefaultMaxEvents;
}
