using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The tables that clients print of the kinds beside image streams.</summary>
public sealed class TableTests : IAsyncLifetime
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private FakeCluster _cluster = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        _http = _cluster.CreateHttpClient();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/namespaces/shop/pods", "Name,Ready,Status,Restarts,Age,IP,Node,Nominated Node,Readiness Gates")]
    [InlineData("/apis/apps/v1/namespaces/shop/deployments", "Name,Ready,Up-to-date,Available,Age,Containers,Images,Selector")]
    [InlineData("/apis/apps/v1/namespaces/shop/statefulsets", "Name,Ready,Age,Containers,Images")]
    [InlineData("/apis/batch/v1/namespaces/shop/cronjobs", "Name,Schedule,Timezone,Suspend,Active,Last Schedule,Age,Containers,Images,Selector")]
    [InlineData("/apis/batch/v1/namespaces/shop/jobs", "Name,Status,Completions,Duration,Age,Containers,Images,Selector")]
    [InlineData("/apis/build.openshift.io/v1/namespaces/shop/builds", "Name,Type,From,Status,Started,Duration")]
    public async Task List_AsATable_HasTheColumnsOfTheKind(string path, string columns)
    {
        var table = await GetAsync(path);

        Assert.Equal(columns, string.Join(',', table["columnDefinitions"]!.AsArray().Select(column => (string)column!["name"]!)));
    }

    [Fact]
    public async Task List_OfDeployments_ShowsTheirSelectors()
    {
        await PostAsync("/apis/apps/v1/namespaces/shop/deployments", """
            {"metadata":{"name":"web"},"spec":{
              "selector":{"matchLabels":{"b":"2","a":"1"},"matchExpressions":[{"key":"c","operator":"NotIn","values":["4","3"]},{"key":"d","operator":"Exists"}]},
              "template":{"metadata":{"labels":{"a":"1","b":"2","d":""}},"spec":{"containers":[{"name":"web","image":" "}]}}}}
            """);

        var row = (await GetAsync("/apis/apps/v1/namespaces/shop/deployments"))["rows"]![0]!["cells"]!.AsArray();

        Assert.Equal("a=1,b=2,c notin (3,4),d", (string?)row[^1]);
    }

    [Theory]
    [InlineData(" ", "IfNotPresent")]
    [InlineData("app", "Always")]
    [InlineData("app:latest", "Always")]
    [InlineData("app:1", "IfNotPresent")]
    [InlineData("registry:5000/app@sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c", "IfNotPresent")]
    public async Task Create_OfADeployment_ChoosesWhenImagesArePulled(string image, string policy)
    {
        var created = await PostAsync("/apis/apps/v1/namespaces/shop/deployments", $$$"""
            {"metadata":{"name":"web"},"spec":{"selector":{"matchLabels":{"a":"1"}},
              "template":{"metadata":{"labels":{"a":"1"}},"spec":{"containers":[{"name":"web","image":"{{{image}}}"} ] } } } }
            """);

        Assert.Equal(policy, (string?)created["spec"]!["template"]!["spec"]!["containers"]![0]!["imagePullPolicy"]);
    }

    private async Task<JsonObject> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Table));
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    private async Task<JsonObject> PostAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(path, body);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
