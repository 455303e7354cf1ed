using System.Net;
using System.Net.Http.Json;
using System.Text;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Namespaces of a cluster: they come on demand, and nothing comes into one that goes.</summary>
public sealed class NamespaceTests
{
    private const string Namespace = "/api/v1/namespaces/shop";
    private const string ConfigMaps = Namespace + "/configmaps";
    private const string Streams = "/apis/image.openshift.io/v1/namespaces/shop/imagestreams";

    [Fact]
    public async Task Create_NamespaceIsTerminating_IsRefusedUntilItIsGone()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        using var kept = await http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name = "kept", finalizers = new[] { "example.com/keep" } } });
        using var deleted = await http.DeleteAsync(Namespace);

        var (map, refusal) = await CreateAsync(http, ConfigMaps);
        var (stream, _) = await CreateAsync(http, Streams);
        await ReleaseAsync(http);
        var (again, _) = await CreateAsync(http, ConfigMaps);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (kept.StatusCode, deleted.StatusCode));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (map, stream));
        Assert.Contains("\"reason\":\"NamespaceTerminating\"", refusal, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, again);
    }

    [Fact]
    public async Task Create_Anywhere_BringsTheNamespace()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();

        await CreateAsync(http, ConfigMaps);

        Assert.Contains("\"name\":\"shop\"", await http.GetStringAsync("/api/v1/namespaces"), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> CreateAsync(HttpClient http, string path)
    {
        using var answer = await http.PostAsJsonAsync(path, new { metadata = new { name = "late" } });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // The namespace goes with the next look at it.
    private static async Task ReleaseAsync(HttpClient http)
    {
        using var patch = new StringContent("""{"metadata":{"finalizers":null}}""", Encoding.UTF8, "application/merge-patch+json");
        using var released = await http.PatchAsync(ConfigMaps + "/kept", patch);
        using var gone = await http.GetAsync(Namespace);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (released.StatusCode, gone.StatusCode));
    }
}
