using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.AspNetCore;
using ImageStreams.Tests.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Sends the requests of a recording to a fake cluster, and compares the answers.</summary>
internal sealed class ClusterReplay : IAsyncDisposable
{
    /// <summary>The version of a cluster that is empty.</summary>
    private const string InitialVersion = "1";

    private readonly Identities _identities = new();
    private readonly HttpTranslation _translation;
    private readonly FakeTimeProvider _time;
    private readonly FakeCluster _cluster;
    private readonly HttpClient _http;
    private readonly bool _hasControllers;

    private ClusterReplay(FakeCluster cluster, FakeTimeProvider time, bool hasControllers)
    {
        _hasControllers = hasControllers;
        (_cluster, _time, _http) = (cluster, time, cluster.CreateHttpClient());
        _translation = new HttpTranslation(_identities, InitialVersion);
    }

    /// <summary>Replays a scenario against a cluster of its own.</summary>
    /// <param name="exchanges">The requests and their answers.</param>
    /// <param name="hasControllers">True when controllers wrote the objects of the recording, too.</param>
    public static async Task<IReadOnlyList<ReplayedRequest>> RunAsync(IReadOnlyList<HttpExchange> exchanges, bool hasControllers)
    {
        var time = new FakeTimeProvider(exchanges[0].Exchange.Start);
        var options = new FakeClusterOptions { UseTls = false, TimeProvider = time, RunsImports = false, RunsTriggers = false };
        await using var replay = new ClusterReplay(await FakeCluster.StartAsync(options), time, hasControllers);
        var results = new List<ReplayedRequest>();
        foreach (var exchange in exchanges)
        {
            results.Add(new ReplayedRequest(exchange, await replay.SendAsync(exchange)));
        }

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> SendAsync(HttpExchange recorded)
    {
        if (recorded.Exchange.End > _time.GetUtcNow())
        {
            _time.SetUtcNow(recorded.Exchange.End);
        }

        using var request = _translation.Create(_cluster.Address.GetLeftPart(UriPartial.Authority), recorded);
        using var response = await _http.SendAsync(request);
        var body = Parse(await response.Content.ReadAsStringAsync());
        return [.. CompareHead(recorded, response, body), .. CompareBody(recorded, body)];
    }

    private static IEnumerable<string> CompareHead(HttpExchange recorded, HttpResponseMessage response, JsonNode? body)
    {
        if ((int)response.StatusCode != recorded.Exchange.Status)
        {
            var text = body?.ToJsonString() ?? "";
            yield return $"status: recorded {recorded.Exchange.Status}, ours {(int)response.StatusCode}: {text[..Math.Min(text.Length, 500)]}";
        }

        var warnings = response.Headers.TryGetValues("Warning", out var sent) ? string.Join(", ", sent) : "";
        if (Count(warnings) != recorded.Exchange.Warnings.Count)
        {
            yield return $"warnings: recorded {string.Join("; ", recorded.Exchange.Warnings)}, ours {warnings}";
        }
    }

    private IReadOnlyList<string> CompareBody(HttpExchange recorded, JsonNode? body)
    {
        var comparison = new AnswerComparison(_identities, comparesOwners: true);
        comparison.Compare(ControllerWrites.Hide(recorded.Exchange.Body, _hasControllers), ControllerWrites.Hide(body, _hasControllers));
        _identities.AliasAnswer(recorded.Exchange.Body, body);
        return comparison.Differences;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static int Count(string warnings) => warnings.Split("299 - ").Length - 1;
}
