using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Objects of more levels than a JSON reader takes by default.</summary>
public sealed class DeepObjectTests
{
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private static readonly object Definition = new
    {
        metadata = new { name = "widgets.example.com" },
        spec = new
        {
            group = "example.com",
            scope = "Cluster",
            names = new { plural = "widgets", kind = "Widget" },
            versions = new[] { new { name = "v1", served = true, storage = true, schema = new { openAPIV3Schema = new { type = "object" } } } },
        },
    };

    [Fact]
    public async Task Patch_OfADeepObject_IsAnswered()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        using var created = await http.PostAsJsonAsync(Definitions, Definition);
        var deep = string.Concat(Enumerable.Repeat("{\"x\":", 200)) + "1" + new string('}', 200);

        using var deepened = await PatchAsync(http, $$$"""{"spec":{"deep":{{{deep}}}}}""");
        using var labeled = await PatchAsync(http, """{"metadata":{"labels":{"a":"1"}}}""");

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK],
            [created.StatusCode, deepened.StatusCode, labeled.StatusCode]);
        Assert.Contains(deep, await labeled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient http, string patch)
    {
        using var body = new StringContent(patch, new MediaTypeHeaderValue("application/merge-patch+json"));
        return await http.PatchAsync($"{Definitions}/widgets.example.com", body);
    }
}
