using ImageStreams.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>The endpoint of one sender: decides on a request, answers it, and hands its moves on.</summary>
internal sealed class WebhookEndpoint(
    string name, RegistryWebhookSender sender, RegistryWebhookOptions options, WebhookQueue queue, TimeProvider timeProvider, ILogger logger)
{
    private const int FirstError = 400;

    private readonly WebhookSecret _secret = new(sender);
    private readonly WebhookLimits _limits = new(options.MaxConcurrentRequests, sender.RequestsPerMinute);
    private readonly SeenDeliveries _seen = new(timeProvider, options.DuplicateWindow, options.MaxRememberedDeliveries);
    private readonly TimeSpan _bodyTimeout = options.BodyTimeout;

    /// <summary>Handles a notification.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        _secret.Hide(context);
        var answer = await DecideAsync(context.Request).ConfigureAwait(false);
        Tell(context, answer);
        await answer.WriteAsync(context.Response).ConfigureAwait(false);
    }

    /// <summary>Handles the question of a sender of CloudEvents whether it may send.</summary>
    public async Task HandleHandshakeAsync(HttpContext context)
    {
        _secret.Hide(context);
        var answer = _secret.MayAsk(context.Request) ? WebhookHandshake.Answer(context, sender.RequestsPerMinute) : WebhookAnswer.Unauthorized;
        Tell(context, answer);
        await answer.WriteAsync(context.Response).ConfigureAwait(false);
    }

    private async Task<WebhookAnswer> DecideAsync(HttpRequest request)
    {
        if (!_secret.MayRead(request))
        {
            return WebhookAnswer.Unauthorized;   // without a slot, so that forgeries do not take one from the sender
        }

        using var slot = _limits.TakeSlot();
        return slot.IsAcquired ? await ReadAsync(request).ConfigureAwait(false) : WebhookAnswer.Overloaded;
    }

    private async Task<WebhookAnswer> ReadAsync(HttpRequest request)
    {
        try
        {
            var limit = sender.Notifications.MaxBytes;
            return await WebhookBody.ReadAsync(request, limit, _bodyTimeout, timeProvider).ConfigureAwait(false) is { } body
                ? Answer(request, body)
                : WebhookAnswer.TooLarge(limit);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? WebhookAnswer.TooLarge(sender.Notifications.MaxBytes)
                : WebhookAnswer.Incomplete;
        }
        catch (InvalidDataException)
        {
            return WebhookAnswer.Invalid("The body cannot be decompressed.");
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return WebhookAnswer.Incomplete;
        }
    }

    private WebhookAnswer Answer(HttpRequest request, byte[] body)
    {
        if (!_secret.IsSigned(request, body))
        {
            return WebhookAnswer.Unauthorized;
        }

        if (!_limits.TryCount(out var retryAfter))
        {
            return WebhookAnswer.RateLimited(retryAfter);
        }

        try
        {
            return Answer(request, body, RegistryNotification.Parse(body, sender.Notifications));
        }
        catch (RegistryNotificationException e)
        {
            return e.Reason == NotificationFailure.TooLarge
                ? WebhookAnswer.TooLarge(sender.Notifications.MaxBytes)
                : WebhookAnswer.Invalid(e.Message);
        }
    }

    private WebhookAnswer Answer(HttpRequest request, byte[] body, RegistryNotification notification)
    {
        if (notification.ValidationCode is { } code)
        {
            return new(WebhookOutcome.Validated, StatusCodes.Status200OK) { ValidationCode = code };
        }

        if (notification.Moves.IsEmpty)
        {
            var outcome = notification.Subscription is null ? WebhookOutcome.Ignored : WebhookOutcome.Unconfirmed;
            return new(outcome, StatusCodes.Status204NoContent) { Notification = notification };
        }

        var keys = DeliveryKeys.Collect(request.Headers, body, notification);
        if (!_seen.TryRemember(keys))
        {
            return new(WebhookOutcome.Duplicate, StatusCodes.Status204NoContent);
        }

        if (!queue.TryAdd(name, notification, sender.UnscheduledToo))
        {
            _seen.Forget(keys);
            return WebhookAnswer.Overloaded;
        }

        return new(WebhookOutcome.Accepted, StatusCodes.Status202Accepted) { Notification = notification };
    }

    private void Tell(HttpContext context, WebhookAnswer answer)
    {
        WebhookTelemetry.CountRequest(name, answer.Outcome);
        if (answer.Status >= FirstError)
        {
            logger.Refused(name, answer.Outcome, answer.Status, context.Connection.RemoteIpAddress?.ToString(), answer.Detail);
        }
        else if (answer.Notification?.Subscription is { } subscription)
        {
            logger.Unconfirmed(name, subscription.Topic, subscription.Token);
        }
        else
        {
            logger.Answered(name, answer.Outcome);
        }
    }
}
