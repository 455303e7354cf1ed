using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reads recorded requests as they were sent: a body keeps its spaces and its duplicate fields.</summary>
internal static class HttpExchangeReader
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    /// <summary>The exchanges of a file in the order in which they began.</summary>
    /// <param name="path">The file.</param>
    /// <param name="translate">Translates each line before it is read; null for no translation.</param>
    public static IReadOnlyList<HttpExchange> Read(string path, Func<string, string>? translate = null) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(translate ?? (line => line))
            .Select(line => Parse(Path.GetFileNameWithoutExtension(path), line))
            .OfType<HttpExchange>()
            .OrderBy(one => one.Exchange.Start)
            .ThenBy(one => one.Exchange.Sequence),
    ];

    private static HttpExchange? Parse(string scenario, string line)
    {
        using var document = JsonDocument.Parse(line, Deep);
        var root = document.RootElement;
        if (!root.TryGetProperty("method", out _))
        {
            return null;
        }

        var exchange = ExchangeReader.FromLine(JsonNode.Parse(line, documentOptions: Deep)!.AsObject());
        return new HttpExchange
        {
            Exchange = exchange,
            Scenario = scenario,
            Method = root.GetProperty("method").GetString()!,
            Path = root.GetProperty("path").GetString()!,
            User = root.TryGetProperty("user", out var user) ? user.GetString() ?? "admin" : "admin",
            RequestHeaders = ReadHeaders(root, "requestHeaders"),
            RequestBody = ReadBody(root),
            ResponseHeaders = ReadHeaders(root, "responseHeaders"),
            Lines = exchange.Status == 200 ? HttpLineReader.Read(root, exchange.Start, exchange.End) : null,
        };
    }

    private static Dictionary<string, string> ReadHeaders(JsonElement line, string field) =>
        line.TryGetProperty(field, out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)
            : [];

    private static string? ReadBody(JsonElement line)
    {
        if (!line.TryGetProperty("requestBody", out var body) || body.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return body.ValueKind == JsonValueKind.String ? body.GetString() : body.GetRawText();
    }
}
