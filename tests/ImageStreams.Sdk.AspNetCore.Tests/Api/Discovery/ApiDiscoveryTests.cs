using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiDiscoveryTests : IAsyncLifetime
{
    private const string Aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private const string Beta = "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData(Aggregated + "," + Beta + ",application/json", Aggregated, "apidiscovery.k8s.io/v2")]
    [InlineData(Beta + ",application/json", Beta, "apidiscovery.k8s.io/v2beta1")]
    public async Task Groups_Aggregated_HaveTheImageGroup(string accept, string contentType, string apiVersion)
    {
        var reply = await _server.GetAsync("/apis?timeout=32s", accept);

        Assert.Equal(contentType, reply.ContentType?.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("public", reply.Headers.CacheControl?.ToString());
        Assert.Equal(apiVersion, (string?)reply.Json["apiVersion"]);
        Assert.Contains("image.openshift.io", reply.Json["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
    }

    [Fact]
    public async Task Groups_WithKnownTag_Are304()
    {
        var first = await _server.GetAsync("/apis", Aggregated);
        var request = new HttpRequestMessage(HttpMethod.Get, "/apis");
        request.Headers.TryAddWithoutValidation("Accept", Aggregated);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await ApiReply.ReadAsync(_server.Http, request);

        Assert.Equal(304, second.Status);
        Assert.Equal("", second.Body);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Version_WithMorePath_IsAStatus()
    {
        var reply = await _server.GetAsync("/version/openshift");

        Assert.Equal(404, reply.Status);
        Assert.Equal("the server could not find the requested resource", reply.Message);
        Assert.Equal("NotFound", (string?)reply.Json["reason"]);
    }

    [Theory]
    [InlineData("/apis", "APIGroupList")]
    [InlineData("/api", "APIVersions")]
    [InlineData("/apis/image.openshift.io", "APIGroup")]
    [InlineData("/apis/image.openshift.io/v1", "APIResourceList")]
    public async Task Plain_HasKind(string path, string kind) =>
        Assert.Equal(kind, (string?)(await _server.GetAsync(path, "application/json, */*")).Json["kind"]);

    [Theory]
    [InlineData("/apis/nosuch.example.com")]
    [InlineData("/apis/image.openshift.io/v2")]
    [InlineData("/api/v2")]
    public async Task Plain_NotServed_Is404AsText(string path)
    {
        var reply = await _server.GetAsync(path);

        Assert.Equal(404, reply.Status);
        Assert.Equal("404 page not found\n", reply.Body);
    }

    [Fact]
    public async Task Streams_AreThoseOfOpenShift()
    {
        var resources = (await _server.GetAsync("/apis/image.openshift.io/v1")).Json["resources"]!.AsArray();

        var streams = resources.Single(resource => (string?)resource!["name"] == "imagestreams")!.AsObject();
        Assert.Equal("mwmf9lCqOiA=", (string?)streams["storageVersionHash"]);
        Assert.True((bool?)streams["namespaced"]);
        Assert.Equal(["is"], streams["shortNames"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["all"], streams["categories"]!.AsArray().Select(name => (string?)name));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task Health_IsOk(string path) => Assert.Equal("ok", (await _server.GetAsync(path)).Body);

    [Fact]
    public async Task Version_IsOneOfKubernetes() => Assert.Equal("1", (string?)(await _server.GetAsync("/version")).Json["major"]);

    [RecordingsFact]
    public async Task ResourceList_IsTheRecordedOne()
    {
        var expected = ReadRecorded("resourcelist-image.json");

        var actual = (await _server.GetAsync("/apis/image.openshift.io/v1")).Json;

        Assert.Equal(Pick(expected), Pick(actual));
    }

    [RecordingsFact]
    public async Task AggregatedGroup_IsTheRecordedOne()
    {
        var expected = ReadRecorded("aggregated-discovery-image.json");

        var groups = (await _server.GetAsync("/apis", Aggregated)).Json["items"]!.AsArray();

        var actual = groups.Single(group => (string?)group!["metadata"]!["name"] == "image.openshift.io");
        Assert.Equal(expected["items"]![0]!.ToJsonString(), actual!.ToJsonString());
    }

    private static IEnumerable<string> Pick(JsonNode list) => list["resources"]!.AsArray().Select(static one => one!.ToJsonString());

    private static JsonObject ReadRecorded(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Scenario.Folder, "openapi", name)))!.AsObject();
}
