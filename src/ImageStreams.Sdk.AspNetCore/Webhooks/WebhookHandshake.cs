using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The question of a sender of CloudEvents whether it may send (HTTP 1.1 Web Hooks for Event Delivery, section 4).</summary>
internal static class WebhookHandshake
{
    private const int MaxOrigin = 255;

    /// <summary>Answers with the origin that asks, and the number of requests per minute.</summary>
    public static WebhookAnswer Answer(HttpContext context, int requestsPerMinute)
    {
        if (context.Request.Headers["WebHook-Request-Origin"] is not [{ } origin] || !IsHost(origin))
        {
            return WebhookAnswer.Invalid("The header WebHook-Request-Origin must be a host name.");
        }

        context.Response.Headers["WebHook-Allowed-Origin"] = origin;
        context.Response.Headers["WebHook-Allowed-Rate"] = requestsPerMinute.ToString(CultureInfo.InvariantCulture);
        return new(WebhookOutcome.Validated, StatusCodes.Status200OK);
    }

    private static bool IsHost(string origin) =>
        origin.Length is > 0 and <= MaxOrigin && origin.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':');
}
