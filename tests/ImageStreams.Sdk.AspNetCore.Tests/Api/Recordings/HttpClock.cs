using System.Globalization;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Tells the time at which the recorded server answered.</summary>
internal static class HttpClock
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The time of a request; where a second began during it, the beginning of that second, if the answer tells it.</summary>
    /// <remarks>Owners of fields are sorted by seconds, so that the right one matters.</remarks>
    public static DateTimeOffset Find(HttpExchange recorded)
    {
        var (start, end) = (recorded.Exchange.Start, recorded.Exchange.End);
        var begun = new DateTimeOffset(end.Ticks - (end.Ticks % Second.Ticks), end.Offset);
        var isShort = recorded.Lines is null && recorded.Method != "GET" && end - start < Second;
        return isShort && begun > start && Tells(recorded, begun) ? begun : start;
    }

    private static bool Tells(HttpExchange recorded, DateTimeOffset time) => recorded.Exchange.Body?.ToJsonString()
        .Contains(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal) == true;
}
