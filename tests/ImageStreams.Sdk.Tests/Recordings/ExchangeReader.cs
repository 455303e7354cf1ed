using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>Reads exchanges from recordings: a JSON object per line, in the order in which they ended.</summary>
internal static class ExchangeReader
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>The exchanges of a file in the order in which they began, without the lines about commands.</summary>
    /// <param name="path">The file.</param>
    /// <param name="translate">Translates each line before it is read; null for no translation.</param>
    public static IReadOnlyList<Exchange> Read(string path, Func<string, string>? translate = null) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(translate ?? (line => line))
            .Select(line => JsonNode.Parse(line, documentOptions: Deep)!.AsObject())
            .Where(line => line.ContainsKey("method"))
            .Select(FromLine)
            .OrderBy(exchange => exchange.Sequence),
    ];

    public static Exchange FromLine(JsonObject line)
    {
        var lines = (line["watchEvents"] as JsonArray)?.Select(reported => reported!["line"]!).ToList();
        var isRefused = lines is [JsonObject only] && !only.ContainsKey("type");
        var request = ReadRequest(line);
        var isWatched = request.IsWatch && (int)line["status"]! == 200;
        return new Exchange
        {
            Sequence = (int?)line["seq"] ?? 0,
            Note = (string?)line["note"] ?? "",
            Request = request,
            Status = (int)line["status"]!,
            Body = isRefused ? lines![0] : line["responseBody"],
            Warnings = ReadWarnings((string?)line["responseHeaders"]?["Warning"] ?? ""),
            Events = isWatched ? lines ?? [] : null,
            Start = DateTimeOffset.Parse((string)line["start"]!, CultureInfo.InvariantCulture),
            Duration = TimeSpan.FromMilliseconds((double)line["durationMs"]!),
        };
    }

    /// <summary>Reads the texts of a header such as <c>299 - "one", 299 - "another"</c>.</summary>
    private static string[] ReadWarnings(string header) =>
    [
        .. header
            .Split("299 - \"", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text[..text.LastIndexOf('"')].Replace("\\\"", "\"", StringComparison.Ordinal)),
    ];

    private static ApiRequest ReadRequest(JsonObject line)
    {
        var headers = line["requestHeaders"] as JsonObject;
        return ApiRequest.Parse((string)line["method"]!, (string)line["path"]!) with
        {
            ContentType = (string?)headers?["Content-Type"],
            Client = ((string?)headers?["User-Agent"] ?? "Go-http-client").Split('/')[0],
            Body = line["requestBody"] switch
            {
                null => null,
                JsonValue text => (string?)text,
                var json => json.ToJsonString(),
            },
        };
    }
}
