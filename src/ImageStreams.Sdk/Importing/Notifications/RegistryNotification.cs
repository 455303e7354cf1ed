using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>The moved repositories and tags that the webhook of a registry reports.</summary>
/// <remarks>
/// Anybody can send one, so it is only a hint: its size is capped and its values are validated, but no address in it is ever
/// called, and no digest in it is trusted. <see cref="NotificationSecret"/> verifies the sender.
/// </remarks>
public sealed record RegistryNotification
{
    /// <summary>The format.</summary>
    public required NotificationFormat Format { get; init; }

    /// <summary>The moves, in the order of the notification; empty when it reports other events.</summary>
    public ValueList<RepositoryMove> Moves { get; init; }

    /// <summary>The values that move nothing, each with its JSON path and the reason.</summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>The code that the sender wants back before it sends notifications; null for other notifications.</summary>
    /// <remarks>
    /// Azure Event Grid sends one when a subscription is created. The endpoint answers with status 200 and the JSON
    /// <c>{"validationResponse":"…"}</c>, and may check the sender first. At most 128 letters, digits and hyphens.
    /// </remarks>
    public string? ValidationCode { get; init; }

    /// <summary>The subscription that somebody has to confirm before the sender sends notifications; null for other
    /// notifications.</summary>
    /// <remarks>Amazon SNS asks for a confirmation when an endpoint is subscribed to a topic.</remarks>
    public PendingSubscription? Subscription { get; init; }

    /// <summary>Parses the body of a webhook.</summary>
    /// <remarks>Linear in the length of the body. A body that is too long is rejected without being read.</remarks>
    /// <param name="utf8">The body.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="RegistryNotificationException">The body is not a valid notification.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static RegistryNotification Parse(ReadOnlySpan<byte> utf8, RegistryNotificationOptions? options = null) =>
        NotificationReader.Read(utf8, options ?? new RegistryNotificationOptions());

    /// <summary>Reads and parses the body of a webhook.</summary>
    /// <remarks>
    /// Reads no more than <see cref="RegistryNotificationOptions.MaxBytes"/> and a small buffer, whatever is sent. The stream
    /// stays open.
    /// </remarks>
    /// <param name="body">The body, such as that of an HTTP request, from its current position.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    /// <exception cref="RegistryNotificationException">The body is not a valid notification, or is too long.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The body cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static Task<RegistryNotification> ParseAsync(
        Stream body, RegistryNotificationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return NotificationReader.ReadAsync(body, options ?? new RegistryNotificationOptions(), cancellationToken);
    }

    /// <summary>Returns the format and the number of moves.</summary>
    public override string ToString() => $"{Format}: {Quantity.Format(Moves.Count, "move")}";
}
