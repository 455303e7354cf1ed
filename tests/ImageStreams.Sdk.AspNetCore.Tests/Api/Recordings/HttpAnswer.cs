using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The response of the served API.</summary>
internal sealed record HttpAnswer
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    public required int Status { get; init; }

    /// <summary>The headers of the response and of its content.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The JSON of the body; its text if it is something else, null if it is empty.</summary>
    public JsonNode? Body { get; init; }

    public string ContentType => Headers.GetValueOrDefault("Content-Type", "");

    /// <summary>Reads a response to its end.</summary>
    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response) =>
        FromText(response, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));

    /// <summary>The head of a response whose body is read elsewhere.</summary>
    public static HttpAnswer ReadHead(HttpResponseMessage response) => FromText(response, "");

    public override string ToString() => $"{Status} {Body?.ToJsonString()}";

    private static HttpAnswer FromText(HttpResponseMessage response, string text) => new()
    {
        Status = (int)response.StatusCode,
        Headers = Read(response.Headers).Concat(Read(response.Content.Headers))
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase),
        Body = ReadBody(text),
    };

    private static IEnumerable<KeyValuePair<string, string>> Read(HttpHeaders headers) =>
        headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));

    private static JsonNode? ReadBody(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: Deep);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
