using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reads the lines of recorded watches.</summary>
internal static class HttpLineReader
{
    private const string FirstLine = "{\"type\":";

    /// <summary>The lines of a stream with their times; null for a watch that was refused, and for another request.</summary>
    /// <param name="line">The exchange.</param>
    /// <param name="start">The time of the request.</param>
    /// <param name="end">The end of its response.</param>
    public static List<(DateTimeOffset At, JsonNode Line)>? Read(JsonElement line, DateTimeOffset start, DateTimeOffset end)
    {
        if (!line.TryGetProperty("watchEvents", out var events) || events.ValueKind != JsonValueKind.Array)
        {
            return IsWithoutBody(line) ? [] : ReadBody(line, end);
        }

        var lines = events.EnumerateArray().ToList();
        return lines is [var only] && !IsEvent(only) ? null : [.. lines.Select(one => Read(one, start))];
    }

    /// <summary>Tests whether a watch had no lines at all.</summary>
    private static bool IsWithoutBody(JsonElement line) =>
        line.GetProperty("path").GetString()!.Contains("watch=", StringComparison.Ordinal)
        && (!line.TryGetProperty("responseBody", out var body) || body.ValueKind == JsonValueKind.Null);

    /// <summary>The lines of a watch that the recorder did not take for one, without times of their own.</summary>
    private static List<(DateTimeOffset At, JsonNode Line)>? ReadBody(JsonElement line, DateTimeOffset end)
    {
        var body = line.TryGetProperty("responseBody", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return body.StartsWith(FirstLine, StringComparison.Ordinal)
            ? [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(one => (end, JsonNode.Parse(one)!))]
            : null;
    }

    private static bool IsEvent(JsonElement reported) =>
        reported.GetProperty("line") is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("type", out _);

    private static (DateTimeOffset At, JsonNode Line) Read(JsonElement reported, DateTimeOffset start) => (
        start + TimeSpan.FromMilliseconds(reported.GetProperty("atMs").GetDouble()),
        JsonNode.Parse(reported.GetProperty("line").GetRawText())!);
}
