using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Pods, which get more from the server than their templates.</summary>
public sealed class PodTests
{
    private const string Pods = "/api/v1/namespaces/shop/pods";

    [Fact]
    public async Task Create_OfAPod_GivesWhatAdmissionGives()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false });
        using var http = cluster.CreateHttpClient();
        using var body = new StringContent(
            """{"metadata":{"name":"a"},"spec":{"containers":[{"name":"a","image":"a:1"}],"tolerations":[{"key":"node.kubernetes.io/not-ready"}]}}""",
            Encoding.UTF8,
            "application/json");

        using var response = await http.PostAsync(Pods, body);

        var pod = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var spec = pod["spec"]!;
        Assert.Equal((0, "PreemptLowerPriority", true), ((int)spec["priority"]!, (string?)spec["preemptionPolicy"], (bool)spec["enableServiceLinks"]!));
        Assert.Equal(
            ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"], spec["tolerations"]!.AsArray().Select(one => (string)one!["key"]!));
        Assert.Equal("Pending", (string?)pod["status"]!["phase"]);
        var owned = pod["metadata"]!["managedFields"]![0]!["fieldsV1"]!["f:spec"]!.AsObject();
        Assert.True(owned.ContainsKey("f:enableServiceLinks"));
        Assert.False(owned.ContainsKey("f:priority"));
    }
}
