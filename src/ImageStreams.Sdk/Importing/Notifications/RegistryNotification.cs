using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>What a registry's webhook says: which repositories and tags moved.</summary>
/// <remarks>
/// Anybody can send one. It is taken for a hint: read, capped and checked, but no address in it is ever called, and no
/// digest in it is believed. <see cref="NotificationSecret"/> tells whether it is from whom it should be.
/// </remarks>
public sealed record RegistryNotification
{
    /// <summary>Whose it is.</summary>
    public required NotificationFormat Format { get; init; }

    /// <summary>What moved, in the order of the notification; empty when it tells of other things.</summary>
    public ValueList<RepositoryMove> Moves { get; init; }

    /// <summary>What else it tells, and why that moves nothing; each begins with its place in the JSON text.</summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>Reads the body of a webhook.</summary>
    /// <remarks>Linear in its length. A body that is too long is refused unread.</remarks>
    /// <param name="utf8">The body.</param>
    /// <param name="options">Whose it is, and what is too much; the defaults when null.</param>
    /// <exception cref="RegistryNotificationException">It is no notification that can be used.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static RegistryNotification Parse(ReadOnlySpan<byte> utf8, RegistryNotificationOptions? options = null) =>
        NotificationReader.Read(utf8, options ?? new RegistryNotificationOptions());
}
