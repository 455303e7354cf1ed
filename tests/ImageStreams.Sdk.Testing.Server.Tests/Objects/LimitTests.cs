using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Limit ranges and quotas that clients create: image streams heed them.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const string Core = "/api/v1/namespaces/shop/";
    private const string Quota = Core + "resourcequotas/q";
    private const string Streams = "/apis/image.openshift.io/v1/namespaces/shop/imagestreams";

    private FakeCluster _cluster = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false, RunsImports = false, RunsTriggers = false });
        _http = _cluster.CreateHttpClient();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Quota_LimitsTheNumberOfStreams_AndCountsThem()
    {
        await CreateQuotaAsync("2");
        Assert.Equal(HttpStatusCode.Created, (await CreateStreamAsync("a")).Status);
        Assert.Equal(HttpStatusCode.Created, (await CreateStreamAsync("b")).Status);

        var (status, message) = await CreateStreamAsync("c");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(
            "imagestreams.image.openshift.io \"c\" is forbidden: exceeded quota: q, requested: openshift.io/imagestreams=1, "
            + "used: openshift.io/imagestreams=2, limited: openshift.io/imagestreams=2",
            message);
        Assert.Equal("2", await GetUsedAsync());

        using var deleted = await _http.DeleteAsync(Streams + "/a");
        Assert.Equal("1", await GetUsedAsync());
        Assert.Equal(HttpStatusCode.Created, (await CreateStreamAsync("c")).Status);
    }

    [Fact]
    public async Task Quota_ThatIsDeleted_LimitsNothing()
    {
        await CreateQuotaAsync("0");
        Assert.Equal(HttpStatusCode.Forbidden, (await CreateStreamAsync("a")).Status);

        using var deleted = await _http.DeleteAsync(Quota);

        Assert.Equal(HttpStatusCode.Created, (await CreateStreamAsync("a")).Status);
    }

    [Fact]
    public async Task Quota_CreatedAtTheSameTime_LetsNoStreamTooMany()
    {
        await CreateQuotaAsync("3");

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => CreateStreamAsync($"s{number}")));

        Assert.Equal(3, results.Count(static result => result.Status == HttpStatusCode.Created));
        Assert.Equal("3", await GetUsedAsync());
    }

    [Fact]
    public async Task Quota_Watched_TellsTheCount()
    {
        await CreateQuotaAsync("5");
        using var answer = await _http.GetAsync(new Uri(Core + "resourcequotas?watch=true", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("0", await ReadUsedAsync(lines));

        await CreateStreamAsync("a");

        Assert.Equal("1", await ReadUsedAsync(lines));
    }

    [Theory]
    [InlineData("openshift.io/image-tags")]
    [InlineData("openshift.io/images")]
    public async Task LimitRange_LimitsOneStream(string resource)
    {
        await CreateAsync("limitranges", $$"""
            {"kind":"LimitRange","apiVersion":"v1","metadata":{"name":"l"},
             "spec":{"limits":[{"type":"openshift.io/ImageStream","max":{"{{resource}}":1} } ]} }
            """);
        var one = await CreateStreamAsync("one", "1.0");
        var two = await CreateStreamAsync("two", "1.0", "2.0");

        Assert.Equal(HttpStatusCode.Created, one.Status);
        var isTags = resource == "openshift.io/image-tags";
        Assert.Equal(isTags ? HttpStatusCode.Forbidden : HttpStatusCode.Created, two.Status);
        if (isTags)
        {
            Assert.Equal(
                "imagestreams.image.openshift.io \"two\" is forbidden: requested usage of openshift.io/image-tags exceeds the maximum limit per "
                + "openshift.io/ImageStream (2 > 1)",
                two.Message);
        }

        var stored = JsonNode.Parse(await _http.GetStringAsync(Core + "limitranges/l"))!;
        Assert.Equal("1", (string?)stored["spec"]!["limits"]![0]!["max"]![resource]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("1 Gi")]
    public async Task Quota_OfNoQuantity_IsRefused(string hard)
    {
        using var answer = await SendQuotaAsync(hard);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private async Task CreateQuotaAsync(string hard)
    {
        using var answer = await SendQuotaAsync(hard);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendQuotaAsync(string hard) => PostAsync("resourcequotas", $$"""
        {"kind":"ResourceQuota","apiVersion":"v1","metadata":{"name":"q"},"spec":{"hard":{"openshift.io/imagestreams":"{{hard}}"} } }
        """);

    private async Task CreateAsync(string resource, string body)
    {
        using var answer = await PostAsync(resource, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string resource, string body) =>
        _http.PostAsync(new Uri(Core + resource, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<(HttpStatusCode Status, string? Message)> CreateStreamAsync(string name, params string[] tags)
    {
        var spec = tags.Select(static tag => new { name = tag, from = new { kind = "DockerImage", name = "quay.io/a/b:" + tag }, reference = true });
        using var answer = await _http.PostAsJsonAsync(
            Streams, new { kind = "ImageStream", apiVersion = "image.openshift.io/v1", metadata = new { name }, spec = new { tags = spec } });
        return (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["message"]);
    }

    private async Task<string?> GetUsedAsync() => FindUsed(JsonNode.Parse(await _http.GetStringAsync(Quota))!);

    private static async Task<string?> ReadUsedAsync(StreamReader lines)
    {
        string? used = null;
        while (used is null)
        {
            used = FindUsed(JsonNode.Parse((await lines.ReadLineAsync())!)!["object"]!);
        }

        return used;
    }

    private static string? FindUsed(JsonNode quota) => (string?)quota["status"]?["used"]?["openshift.io/imagestreams"];
}
