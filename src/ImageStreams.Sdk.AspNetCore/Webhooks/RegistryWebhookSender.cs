using ImageStreams.Importing;

namespace ImageStreams.AspNetCore;

/// <summary>One sender of notifications: its format, its registry and its secret.</summary>
/// <remarks>All options bind from configuration. A text never shows the secrets.</remarks>
public sealed class RegistryWebhookSender
{
    /// <summary>Default of <see cref="RequestsPerMinute"/>: 300.</summary>
    public const int DefaultRequestsPerMinute = 300;

    /// <summary>The smallest length of a secret: 16 characters.</summary>
    public const int MinSecretLength = 16;

    /// <summary>The options of reading the notifications: the format, the registry, and the limits.</summary>
    /// <remarks>Without <see cref="RegistryNotificationOptions.Format"/>, the format is detected from each body, and the sender
    /// needs <see cref="Verification"/>, or else has the secret in a header. <see cref="RegistryNotificationOptions.Registry"/>
    /// confines the sender to one registry.</remarks>
    public RegistryNotificationOptions Notifications { get; set; } = new();

    /// <summary>The shared secret, at least <see cref="MinSecretLength"/> characters; required unless <see cref="AllowAnonymous"/> is
    /// set.</summary>
    /// <remarks>In a path, only letters, digits, and <c>-._~</c>.</remarks>
    public string? Secret { get; set; }

    /// <summary>A secret that is accepted besides, while the sender gets a new one; <see langword="null"/>, the default, for
    /// none.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>The way in which the sender shows that it knows the secret; <see langword="null"/>, the default, for that of its
    /// format.</summary>
    /// <remarks>Docker Hub, Quay and Google have it in the path; GitHub and Nexus sign the body; all others send a header.</remarks>
    public WebhookVerification? Verification { get; set; }

    /// <summary>The header with the secret; <see langword="null"/>, the default, for <c>Authorization</c>, and
    /// <c>X-JFrog-Event-Auth</c> of Artifactory.</summary>
    public string? SecretHeader { get; set; }

    /// <summary>True to accept notifications from anybody; false by default.</summary>
    /// <remarks>A forged notification wastes a request to the registry. A secret must not be set besides.</remarks>
    public bool AllowAnonymous { get; set; }

    /// <summary>The number of notifications that are accepted per minute, and at once after a pause; at least 1.</summary>
    /// <remarks>Counts those that know the secret: forgeries do not use it up.</remarks>
    public int RequestsPerMinute { get; set; } = DefaultRequestsPerMinute;

    /// <summary>True to import tags that have no schedule as well; false by default.</summary>
    public bool UnscheduledToo { get; set; }

    /// <summary>Returns the format, without secrets.</summary>
    public override string ToString() => $"{Notifications.Format?.ToString() ?? "any format"}";
}
