using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The bookmark at the end of what a watch begins with.</summary>
public sealed class BookmarkTests
{
    private const string Watch =
        "/apis/apps/v1/namespaces/shop/deployments?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";

    [Fact]
    public async Task Bookmark_OfDeployments_HasEmptyFieldsAndOneVersion()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        using var response = await http.GetAsync(Watch, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        var bookmark = JsonNode.Parse((await lines.ReadLineAsync())!)!;

        var value = bookmark["object"]!.AsObject();
        Assert.Equal(("BOOKMARK", "Deployment"), ((string?)bookmark["type"], (string?)value["kind"]));
        Assert.Equal("true", (string?)value["metadata"]!["annotations"]!["k8s.io/initial-events-end"]);
        Assert.NotNull(value["metadata"]!["resourceVersion"]);
        Assert.Equal(
            """{"replicas":0,"selector":null,"template":{"metadata":{},"spec":{"containers":null}},"strategy":{}}""", value["spec"]!.ToJsonString());
    }
}
