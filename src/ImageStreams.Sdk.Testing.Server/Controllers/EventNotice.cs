namespace ImageStreams.Testing.Server;

/// <summary>The text of an event.</summary>
/// <param name="Component">The controller that tells of it.</param>
/// <param name="Reason">The reason in one word.</param>
/// <param name="Message">The message.</param>
internal sealed record EventNotice(string Component, string Reason, string Message)
{
    /// <summary>The type: <c>Normal</c> by default.</summary>
    public string Type { get; init; } = "Normal";
}
