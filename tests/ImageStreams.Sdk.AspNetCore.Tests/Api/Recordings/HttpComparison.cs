using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Compares a response with its recording: status, relevant headers, body.</summary>
internal static class HttpComparison
{
    /// <summary>The headers that are compared; a tag of content is compared with what it stood for before.</summary>
    private static readonly string[] Headers = ["Content-Type", "Location", "Retry-After", "Allow", "Cache-Control"];

    /// <summary>Each difference, beginning with its place.</summary>
    public static IReadOnlyList<string> Compare(HttpExchange recorded, HttpAnswer ours, Identities identities)
    {
        var differences = new List<string>();
        if (ours.Status != recorded.Exchange.Status)
        {
            differences.Add($"Status: recorded {recorded.Exchange.Status}, ours {ours.Status}: {Excerpt(ours.Body)}");
        }

        differences.AddRange(Headers.SelectMany(header => CompareHeader(header, recorded, ours)));
        differences.AddRange(CompareWarnings(recorded, ours));
        differences.AddRange(CompareTags(recorded, ours, identities));
        if (recorded.Lines is null)
        {
            differences.AddRange(CompareBodies(recorded, ours.Body, identities));
        }

        return differences;
    }

    /// <summary>Compares two lists of lines of a watch.</summary>
    public static IReadOnlyList<string> CompareLines(
        HttpExchange exchange, IReadOnlyList<JsonNode> recorded, IReadOnlyList<JsonNode> ours, Identities identities)
    {
        var comparison = new AnswerComparison(identities, comparesOwners: true);
        comparison.CompareEvents(HttpLines.Prepare(exchange, recorded), HttpLines.Prepare(exchange, ours));
        return comparison.Differences;
    }

    private static IReadOnlyList<string> CompareBodies(HttpExchange exchange, JsonNode? body, Identities identities)
    {
        var (recorded, ours) = HttpBodies.Select(exchange, body);
        if (recorded is JsonValue || ours is JsonValue)
        {
            return PlainText.Compare(PlainText.Read(recorded), PlainText.Read(ours));
        }

        var comparison = new AnswerComparison(identities, comparesOwners: true);
        comparison.Compare(
            HttpHidden.Hide(exchange, Prose.Hide(SettledTags.Settle(recorded))), HttpHidden.Hide(exchange, Prose.Hide(ours)));
        identities.AliasAnswer(RecordedHead.Known(exchange.Exchange.Body), body);
        return comparison.Differences;
    }

    private static IEnumerable<string> CompareHeader(string name, HttpExchange recorded, HttpAnswer ours)
    {
        var (theirs, our) = (recorded.ResponseHeaders.GetValueOrDefault(name, ""), ours.Headers.GetValueOrDefault(name, ""));
        return Sort(HttpBodies.ReadAsJson(theirs)) == Sort(our) ? [] : [$"{name}: recorded {theirs}, ours {our}"];
    }

    /// <summary>The parts of a header without spaces and in one order, as the client of the replay does not keep theirs.</summary>
    private static string Sort(string header) => string.Join(',', header.Split(',').Select(part => part.Replace(" ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>The number of warnings; their texts are wording.</summary>
    private static IEnumerable<string> CompareWarnings(HttpExchange recorded, HttpAnswer ours)
    {
        var (theirs, our) = (recorded.ResponseHeaders.GetValueOrDefault("Warning", ""), ours.Headers.GetValueOrDefault("Warning", ""));
        return Count(theirs) == Count(our) ? [] : [$"Warning: recorded {theirs}, ours {our}"];
    }

    private static IEnumerable<string> CompareTags(HttpExchange recorded, HttpAnswer ours, Identities identities)
    {
        var (theirs, our) = (recorded.ResponseHeaders.GetValueOrDefault("Etag", ""), ours.Headers.GetValueOrDefault("ETag", ""));
        if (theirs.Length == 0)
        {
            return [];
        }

        identities.Alias(theirs, our);
        return identities.OursFor(theirs) == our ? [] : [$"Etag: recorded {theirs}, ours {our}"];
    }

    private static int Count(string warnings) => warnings.Split("299 - ").Length;

    private static string Excerpt(JsonNode? body) => body?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 400)] : "";
}
