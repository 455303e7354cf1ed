using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The documents that a client had from the recorded server, and asks for only if they have changed: it is given those of ours.</summary>
internal sealed partial class HttpConditions(ServedCluster served, HttpTranslation translation, Identities identities)
{
    private const string Index = "/openapi/v3";
    private const string Condition = "If-None-Match";

    /// <summary>Learns the hashes of our documents for those that requests name.</summary>
    public async Task LearnAsync(IReadOnlyList<HttpExchange> exchanges)
    {
        var hashes = exchanges.Select(one => (one.Exchange.Request.Path, Hash: FindHash(one.Path))).Where(one => one.Hash is not null).Distinct().ToList();
        var paths = hashes.Count == 0 ? [] : await ReadIndexAsync();
        foreach (var (path, hash) in hashes)
        {
            var ours = FindHash((string?)paths[path[(Index.Length + 1)..]]?["serverRelativeURL"] ?? "") ?? hash!;
            identities.Alias(hash!, ours);
            identities.Alias(Quote(hash!), Quote(ours));
        }
    }

    /// <summary>Learns the tag of our document for that which a request names.</summary>
    /// <returns>The request; with a condition that was not recorded where the answer shows that there was one.</returns>
    public async Task<HttpExchange> PrepareAsync(HttpExchange recorded)
    {
        var isCut = recorded.Exchange.Status == 304 && !recorded.RequestHeaders.ContainsKey(Condition);
        var request = isCut ? recorded with { RequestHeaders = WithCondition(recorded) } : recorded;
        if (request.RequestHeaders.GetValueOrDefault(Condition) is { } tag && !identities.Knows(tag) && await FindTagAsync(recorded) is { } ours)
        {
            identities.Alias(tag, ours);
        }

        return request;
    }

    private static Dictionary<string, string> WithCondition(HttpExchange recorded) =>
        new(recorded.RequestHeaders, StringComparer.OrdinalIgnoreCase) { [Condition] = Quote(recorded.Path) };

    private async Task<string?> FindTagAsync(HttpExchange recorded)
    {
        using var request = translation.Create(served.Address, recorded);
        request.Headers.Remove(Condition);
        RecordedAccess.Identify(request, recorded);
        using var response = await served.Http.SendAsync(request);
        return response.Headers.ETag?.ToString();
    }

    private async Task<JsonObject> ReadIndexAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, served.Address + Index);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer admin");
        using var response = await served.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["paths"]!.AsObject();
    }

    private static string? FindHash(string path) => Hash().Match(path) is { Success: true } found ? found.Groups["hash"].Value : null;

    private static string Quote(string hash) => $"\"{hash}\"";

    [GeneratedRegex("[?&]hash=(?<hash>[0-9A-F]+)")]
    private static partial Regex Hash();
}
