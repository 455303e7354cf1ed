using System.Text.Json.Nodes;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

public sealed class OpenApiTests : IAsyncLifetime
{
    private const string ImagePath = "apis/image.openshift.io/v1";
    private const string Prefix = "com.github.openshift.api.image.v1.";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Index_LeadsToDocumentsByHash()
    {
        var index = await _server.GetAsync("/openapi/v3");
        var url = (string)index.Json["paths"]![ImagePath]!["serverRelativeURL"]!;

        var document = await _server.GetAsync(url);

        Assert.Equal("text/plain; charset=utf-8", index.ContentType);
        Assert.EndsWith($"?hash={document.Headers.ETag!.Tag.Trim('"')}", url, StringComparison.Ordinal);
        Assert.Contains("immutable", document.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("3.0.0", (string?)document.Json["openapi"]);
    }

    [Fact]
    public async Task Document_OfOldHash_LeadsToTheNewOne()
    {
        var response = await _server.Http.GetAsync($"/openapi/v3/{ImagePath}?hash=0");

        Assert.Contains("?hash=", response.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.NotEqual("?hash=0", response.RequestMessage.RequestUri.Query);
    }

    [Fact]
    public async Task Tags_HaveTheMergeKeyOfOpenShift()
    {
        var schemas = await GetSchemasAsync();

        var tags = schemas[Prefix + "ImageStreamSpec"]!["properties"]!["tags"]!;
        Assert.Equal("name", (string?)tags["x-kubernetes-patch-merge-key"]);
        Assert.Equal("merge", (string?)tags["x-kubernetes-patch-strategy"]);
        Assert.Equal("atomic", (string?)schemas["io.k8s.api.core.v1.ObjectReference"]!["x-kubernetes-map-type"]);
    }

    [Fact]
    public async Task Fields_AreDescribed()
    {
        var tag = (await GetSchemasAsync())[Prefix + "TagReference"]!;

        Assert.StartsWith("One spec tag", (string?)tag["description"], StringComparison.Ordinal);
        Assert.StartsWith("True when the tag only refers", (string?)tag["properties"]!["reference"]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_LeadToDefinitions()
    {
        var json = (await _server.GetAsync($"/openapi/v3/{ImagePath}")).Json;
        var schemas = json["components"]!["schemas"]!.AsObject();

        var missing = OpenApiStructure.GetReferences(json).Where(name => !schemas.ContainsKey(name)).Distinct();

        Assert.Empty(missing);
    }

    /// <summary>Compares with the structure that a real server documents, where the recordings are.</summary>
    [RecordingsFact]
    public async Task Definitions_AreThoseOfOpenShift()
    {
        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(Scenario.Folder, "openapi", "image.openshift.io-v1.json")))!;

        var expected = OpenApiStructure.Describe(recorded["components"]!["schemas"]!.AsObject());
        var actual = OpenApiStructure.Describe((await GetSchemasAsync()).AsObject());

        Assert.Empty(actual.Keys.Except(expected.Keys));
        Assert.Equal("", string.Join('\n', actual.Where(one => one.Value != expected[one.Key]).Select(one => $"{one.Key}\n  {one.Value}\n  {expected[one.Key]}")));
    }

    /// <summary>Compares with hashes of what a real server documents; RENEW=1 writes them where the recordings are.</summary>
    [Fact]
    public async Task Definitions_HaveTheHashesOfOpenShift()
    {
        var known = OpenApiDigest.Read();

        var actual = OpenApiStructure.Describe((await GetSchemasAsync()).AsObject());

        Assert.NotEmpty(actual);
        Assert.All(actual, one => Assert.Equal(known[one.Key], OpenApiDigest.GetHash(one.Value)));
    }

    private async Task<JsonNode> GetSchemasAsync() => (await _server.GetAsync($"/openapi/v3/{ImagePath}")).Json["components"]!["schemas"]!;
}
