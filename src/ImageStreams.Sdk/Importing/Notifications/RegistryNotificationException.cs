namespace ImageStreams.Importing;

/// <summary>The exception for a notification of a registry that cannot be read.</summary>
public sealed class RegistryNotificationException : FormatException
{
    internal RegistryNotificationException(
        NotificationFailure reason, string message, string path = "$", Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Path = path;
    }

    /// <summary>The reason.</summary>
    public NotificationFailure Reason { get; }

    /// <summary>The JSON path of the value, such as <c>$.events[2].target.tag</c>; <c>$</c> for the whole body.</summary>
    public string Path { get; }
}
