using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>An answer of the image API.</summary>
internal sealed record ApiReply(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? ContentType => ContentHeaders.ContentType?.ToString();

    public string Message => (string?)Json["message"] ?? "";

    public static async Task<ApiReply> ReadAsync(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new ApiReply((int)response.StatusCode, body, response.Headers, response.Content.Headers);
    }
}
