namespace ImageStreams.Importing;

/// <summary>The reasons why a notification cannot be read.</summary>
public enum NotificationFailure
{
    /// <summary>The body is longer than <see cref="RegistryNotificationOptions.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>The body is not JSON, or is nested too deeply.</summary>
    NotJson,

    /// <summary>The format is not known.</summary>
    UnknownFormat,

    /// <summary>There are more events than <see cref="RegistryNotificationOptions.MaxEvents"/>.</summary>
    TooManyEvents,

    /// <summary>A required value is missing or invalid.</summary>
    InvalidValue,
}
