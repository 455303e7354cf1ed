using System.Globalization;
using System.Net.Http.Headers;

namespace ImageStreams.Registries;

/// <summary>Reads the quota in the headers of a response.</summary>
/// <remarks>Reads <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c> of the IETF drafts, Docker Hub's form of them
/// (<c>100;w=21600</c>), and the older headers with <c>X-</c>, whose reset may be a Unix time. Other values are
/// ignored.</remarks>
internal static class QuotaReader
{
    private const long FirstUnixTime = 1_000_000_000;   // read as a wait, this would be 31 years
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(365);

    /// <summary>Reads the quota; null when there are no such headers.</summary>
    public static RegistryQuota? Read(HttpResponseHeaders headers, RegistryRequest request, DateTimeOffset now)
    {
        var limit = Find(headers, "RateLimit-Limit");
        var remaining = Find(headers, "RateLimit-Remaining");
        var reset = Number(Find(headers, "RateLimit-Reset"));
        if (Number(limit) is null && Number(remaining) is null && reset is null)
        {
            return null;
        }

        return new RegistryQuota
        {
            Registry = request.Registry,
            CredentialScope = request.CredentialScope,
            Limit = Number(limit),
            Remaining = Number(remaining),
            Window = Window(limit) ?? Window(remaining),
            ResetsAt = reset is { } value ? Moment(value, now) : null,
            ObservedAt = now,
        };
    }

    private static string Find(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) || headers.NonValidated.TryGetValues("X-" + name, out values)
            ? values.ToString().Split(',')[0].Trim()
            : "";

    /// <summary>Reads the number before any parameters.</summary>
    private static long? Number(string text) =>
        long.TryParse(text.Split(';')[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static TimeSpan? Window(string text)
    {
        var parameter = text.Split(';').Skip(1).Select(static part => part.Trim())
            .FirstOrDefault(static part => part.StartsWith("w=", StringComparison.OrdinalIgnoreCase));
        return Number(parameter?[2..] ?? "") is { } seconds ? Span(seconds) : null;
    }

    private static DateTimeOffset Moment(long value, DateTimeOffset now) => value < FirstUnixTime
        ? now + Span(value)
        : DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(Math.Min(value, FirstUnixTime * 100));

    private static TimeSpan Span(long seconds) =>
        seconds < LongestWait.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestWait;
}
