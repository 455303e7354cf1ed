using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Patches of events in their newer form, while another writer is faster.</summary>
public sealed class EventPatchTests : IAsyncLifetime
{
    private const string Events = "/apis/events.k8s.io/v1/namespaces/shop/events";

    private const string Event = """
        {"metadata":{"name":"e"},"eventTime":"2026-01-01T00:00:00.000000Z","action":"Test","reason":"Test","type":"Normal",
         "reportingController":"test","reportingInstance":"test-1","regarding":{"kind":"Pod","namespace":"shop","name":"p"}}
        """;

    private FakeCluster _cluster = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions
        {
            UseTls = false,
            RunsImports = false,
            RunsTriggers = false,
            CreateStore = static _ => new OvertakenClusterStore("events"),
        });
        _http = _cluster.CreateHttpClient();
        using var created = await _http.PostAsync(new Uri(Events, UriKind.Relative), Json(Event, "application/json"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Patch_IsRepeatedOnWhatTheOtherHasWritten()
    {
        var status = await PatchAsync("""{"metadata":{"labels":{"mine":"1"}}}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var stored = JsonNode.Parse(await _http.GetStringAsync(Events + "/e"))!;
        Assert.Equal("""{"mine":"1","other":"1"}""", stored["metadata"]!["labels"]!.ToJsonString());
    }

    [Fact]
    public async Task Patch_OfAVersion_IsAConflict() =>
        Assert.Equal(HttpStatusCode.Conflict, await PatchAsync("""{"metadata":{"resourceVersion":"1","labels":{"mine":"1"}}}"""));

    private async Task<HttpStatusCode> PatchAsync(string patch)
    {
        using var answer = await _http.PatchAsync(new Uri(Events + "/e", UriKind.Relative), Json(patch, "application/merge-patch+json"));
        return answer.StatusCode;
    }

    private static StringContent Json(string text, string type) => new(text, Encoding.UTF8, type);
}
