namespace ImageStreams.Importing;

/// <summary>What is wrong with a notification.</summary>
public enum NotificationFailure
{
    /// <summary>It is longer than is read.</summary>
    TooLarge,

    /// <summary>It is not JSON, or nests too deep.</summary>
    NotJson,

    /// <summary>It is of no format that is known.</summary>
    UnknownFormat,

    /// <summary>It tells more events than are taken.</summary>
    TooManyEvents,

    /// <summary>A value that is needed is missing, or is not what should be there.</summary>
    InvalidValue,
}
