using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Lists and watches of the objects of a cluster, in what differs from kind to kind.</summary>
public sealed class ReadingTests
{
    private const string ConfigMaps = "/api/v1/namespaces/shop/configmaps";
    private const string Deployments = "/apis/apps/v1/namespaces/shop/deployments";
    private const string Initial = "?watch=true&timeoutSeconds=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";

    /// <summary>Only one object can have a name: no page follows it, whatever other objects there are.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("&fieldSelector=metadata.name%3Da", false)]
    public async Task List_PageOfOneName_IsTheLast(string selector, bool isContinued)
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        foreach (var name in (string[])["a", "b"])
        {
            using var created = await http.PostAsJsonAsync(ConfigMaps, new { metadata = new { name } });
        }

        var page = JsonNode.Parse(await http.GetStringAsync($"{ConfigMaps}?limit=1{selector}"))!;

        Assert.Equal("a", (string?)page["items"]!.AsArray().Single()!["metadata"]!["name"]);
        Assert.Equal(isContinued, page["metadata"]!["continue"] is not null);
    }

    /// <summary>The fields of a bookmark's object that are never left out are there, and only its own metadata have the version.</summary>
    [Fact]
    public async Task Watch_EndOfInitialDeployments_IsAnEmptyDeployment()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();

        var line = (await http.GetStringAsync(Deployments + Initial)).Split('\n')[0];

        var version = (string)JsonNode.Parse(line)!["object"]!["metadata"]!["resourceVersion"]!;
        Assert.Equal(
            """
            {"type":"BOOKMARK","object":{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"resourceVersion":"VERSION","annotations":{"k8s.io/initial-events-end":"true"}},"spec":{"replicas":0,"selector":null,"template":{"metadata":{},"spec":{"containers":null}},"strategy":{}},"status":{}}}
            """,
            line.Replace($"\"{version}\"", "\"VERSION\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/apis/config.openshift.io/v1/imagedigestmirrorsets", "config.openshift.io/v1", "ImageDigestMirrorSet", true)]
    [InlineData(ConfigMaps, "v1", "ConfigMap", false)]
    public async Task List_OfCustomResources_NamesTheKindOfEach(string path, string apiVersion, string kind, bool isNamed)
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        foreach (var name in (string[])["a", "b"])
        {
            using var created = await http.PostAsJsonAsync(path, new { apiVersion, kind, metadata = new { name }, spec = new { } });
        }

        var items = JsonNode.Parse(await http.GetStringAsync(path))!["items"]!.AsArray();

        Assert.Equal(["a", "b"], items.Select(item => (string?)item!["metadata"]!["name"]));
        Assert.All(items, item => Assert.Equal(isNamed ? (apiVersion, kind) : (null, null), ((string?)item!["apiVersion"], (string?)item["kind"])));
    }

    [Fact]
    public async Task Discovery_OfCustomResources_NamesTheVersionOfTheirKind()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");

        var groups = JsonNode.Parse(await http.GetStringAsync("/apis"))!["items"]!.AsArray();

        var group = groups.Single(one => (string?)one!["metadata"]!["name"] == "config.openshift.io")!;
        var resource = group["versions"]![0]!["resources"]!.AsArray().Single(one => (string?)one!["resource"] == "imagetagmirrorsets")!;
        Assert.Equal(
            """{"group":"config.openshift.io","version":"v1","kind":"ImageTagMirrorSet"}""", resource["responseKind"]!.ToJsonString());
        Assert.Equal(resource["responseKind"]!.ToJsonString(), resource["subresources"]![0]!["responseKind"]!.ToJsonString());
        Assert.Equal(
            """["delete","deletecollection","get","list","patch","create","update","watch"]""", resource["verbs"]!.ToJsonString());
    }
}
