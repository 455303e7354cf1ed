using System.Globalization;
using System.Text.Json;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The answer to a request: a status, and a reason as problem JSON when it was refused.</summary>
internal sealed record WebhookAnswer(WebhookOutcome Outcome, int Status)
{
    private const int FirstError = 400;
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(1);

    /// <summary>The reason in a sentence without secrets; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>The code to return.</summary>
    public string? ValidationCode { get; init; }

    /// <summary>The time after which the sender may try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The notification; null for a request that was refused.</summary>
    public RegistryNotification? Notification { get; init; }

    public static WebhookAnswer Unauthorized { get; } = new(WebhookOutcome.Unauthorized, StatusCodes.Status401Unauthorized)
    {
        Detail = "The secret is missing or wrong.",
    };

    public static WebhookAnswer Overloaded { get; } = new(WebhookOutcome.Overloaded, StatusCodes.Status503ServiceUnavailable)
    {
        Detail = "Too many notifications arrive at once.",
        RetryAfter = Briefly,
    };

    public static WebhookAnswer Incomplete { get; } = new(WebhookOutcome.Incomplete, StatusCodes.Status408RequestTimeout)
    {
        Detail = "The body did not arrive to its end in time.",
    };

    public static WebhookAnswer RateLimited(TimeSpan retryAfter) =>
        new(WebhookOutcome.RateLimited, StatusCodes.Status429TooManyRequests)
        {
            Detail = "The sender sends too many notifications.",
            RetryAfter = retryAfter,
        };

    public static WebhookAnswer TooLarge(int limit) => new(WebhookOutcome.TooLarge, StatusCodes.Status413PayloadTooLarge)
    {
        Detail = string.Create(CultureInfo.InvariantCulture, $"The body is longer than {limit} bytes."),
    };

    public static WebhookAnswer Invalid(string reason) =>
        new(WebhookOutcome.Invalid, StatusCodes.Status400BadRequest) { Detail = reason };

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } delay)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (ValidationCode is not null)
        {
            await WriteAsync(response, "application/json", json => json.WriteString("validationResponse", ValidationCode)).ConfigureAwait(false);
        }
        else if (Status >= FirstError)
        {
            await WriteAsync(response, "application/problem+json", WriteProblem).ConfigureAwait(false);
        }
    }

    private void WriteProblem(Utf8JsonWriter json)
    {
        json.WriteString("title", Outcome.ToString());
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
    }

    private static async Task WriteAsync(HttpResponse response, string type, Action<Utf8JsonWriter> write)
    {
        response.ContentType = type;
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        response.ContentLength = text.Length;
        await response.Body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length)).ConfigureAwait(false);
    }
}
