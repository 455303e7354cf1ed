using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>The log messages of webhooks; none has a secret, a path or a body in it.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(701, LogLevel.Information, "Webhook {Sender}: {Move}; {Count} tags are due because of it.")]
    public static partial void Moved(this ILogger logger, string sender, string move, int count);

    [LoggerMessage(702, LogLevel.Debug, "Webhook {Sender}: {Outcome}.")]
    public static partial void Answered(this ILogger logger, string sender, WebhookOutcome outcome);

    [LoggerMessage(703, LogLevel.Warning, "Webhook {Sender}: {Outcome} (status {Status}), from {Client}: {Detail}")]
    public static partial void Refused(
        this ILogger logger, string sender, WebhookOutcome outcome, int status, string? client, string? detail);

    [LoggerMessage(704, LogLevel.Warning, "Webhook {Sender}: the topic {Topic} waits for its subscription to be confirmed. If it is yours: aws sns confirm-subscription --topic-arn {Topic} --token {Token}")]
    public static partial void Unconfirmed(this ILogger logger, string sender, string topic, string token);

    [LoggerMessage(705, LogLevel.Error, "Webhook {Sender}: the schedule could not be notified of {Move}.")]
    public static partial void NotMoved(this ILogger logger, Exception exception, string sender, string move);

    [LoggerMessage(706, LogLevel.Warning, "Webhook {Sender} accepts notifications from anybody.")]
    public static partial void Anonymous(this ILogger logger, string sender);
}
