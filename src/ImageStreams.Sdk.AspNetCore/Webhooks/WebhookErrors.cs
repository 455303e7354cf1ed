using ImageStreams.Importing;

namespace ImageStreams.AspNetCore;

/// <summary>The sentences about options of webhooks that are out of their range; none has a secret in it.</summary>
internal static class WebhookErrors
{
    private const int MaxName = 64;

    /// <summary>Collects the errors of all options.</summary>
    public static IReadOnlyList<string> Collect(RegistryWebhookOptions options)
    {
        List<string> errors = [];
        Require(errors, options.MaxConcurrentRequests >= 1, "MaxConcurrentRequests must be at least 1.");
        Require(errors, options.MaxRememberedDeliveries >= 1, "MaxRememberedDeliveries must be at least 1.");
        Require(errors, options.MaxPendingNotifications >= 1, "MaxPendingNotifications must be at least 1.");
        Require(errors, options.BodyTimeout > TimeSpan.Zero && options.BodyTimeout <= TimeSpan.FromHours(1), "BodyTimeout must be more than zero and at most an hour.");
        Require(errors, options.DuplicateWindow >= TimeSpan.Zero, "DuplicateWindow must be zero or more.");
        foreach (var (name, sender) in options.Senders)
        {
            CheckSender(errors, name, sender);
        }

        return errors;
    }

    private static void CheckSender(List<string> errors, string name, RegistryWebhookSender sender)
    {
        Require(errors, IsName(name), $"The name of the sender '{name}' must have at most {MaxName} letters, digits, hyphens and underscores.");
        Require(errors, sender.RequestsPerMinute >= 1, $"RequestsPerMinute of the sender '{name}' must be at least 1.");
        Require(errors, sender.Verification is null || Enum.IsDefined(sender.Verification.Value), $"Verification of the sender '{name}' is not defined.");
        Require(errors, sender.SecretHeader is null || IsName(sender.SecretHeader), $"SecretHeader of the sender '{name}' must be the name of a header.");
        CheckSecret(errors, name, sender);
        CheckNotifications(errors, name, sender.Notifications);
    }

    private static void CheckSecret(List<string> errors, string name, RegistryWebhookSender sender)
    {
        if (sender.AllowAnonymous)
        {
            Require(errors, sender.Secret is null && sender.PreviousSecret is null, $"The sender '{name}' has a secret, and AllowAnonymous besides. Remove one of them.");
            return;
        }

        Require(errors, !string.IsNullOrEmpty(sender.Secret), $"The sender '{name}' has no secret. Set Secret, or AllowAnonymous to accept notifications from anybody.");
        foreach (var secret in new[] { sender.Secret, sender.PreviousSecret }.Where(static secret => !string.IsNullOrEmpty(secret)))
        {
            Require(errors, secret!.Length >= RegistryWebhookSender.MinSecretLength, $"A secret of the sender '{name}' must have at least {RegistryWebhookSender.MinSecretLength} characters.");
            Require(errors, !IsInPath(sender) || secret.All(IsUnreserved), $"A secret of the sender '{name}' is in the path, so it may only have letters, digits and -._~.");
        }
    }

    private static bool IsInPath(RegistryWebhookSender sender) =>
        WebhookSecret.GetVerification(sender) == WebhookVerification.Path;

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    /// <summary>Lets the reader check its own options, for which any body will do.</summary>
    private static void CheckNotifications(List<string> errors, string name, RegistryNotificationOptions options)
    {
        Require(
            errors,
            options.Format != NotificationFormat.Nexus || !string.IsNullOrEmpty(options.Registry),
            $"The sender '{name}' needs Notifications.Registry, because Nexus does not say where it is.");
        try
        {
            RegistryNotification.Parse("{}"u8, options);
        }
        catch (ArgumentException e)
        {
            errors.Add($"The sender '{name}': {e.Message}");
        }
        catch (RegistryNotificationException)
        {
            return;   // the options are fine, and the body is empty
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static void Require(List<string> errors, bool isValid, string error)
    {
        if (!isValid)
        {
            errors.Add(error);
        }
    }
}
