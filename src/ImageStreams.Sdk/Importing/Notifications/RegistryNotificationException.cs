namespace ImageStreams.Importing;

/// <summary>A notification of a registry cannot be used; says what is wrong and where.</summary>
public sealed class RegistryNotificationException : FormatException
{
    internal RegistryNotificationException(
        NotificationFailure kind, string message, string path = "$", Exception? inner = null)
        : base(message, inner)
    {
        Reason = kind;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public NotificationFailure Reason { get; }

    /// <summary>The place in the JSON text, such as <c>$.events[2].target.tag</c>; <c>$</c> when the text as a whole is
    /// meant.</summary>
    public string Path { get; }
}
