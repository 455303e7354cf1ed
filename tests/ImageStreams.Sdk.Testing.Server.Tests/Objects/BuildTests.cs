using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Builds that triggers and clients start.</summary>
public sealed class BuildTests
{
    private const string Builds = "/apis/build.openshift.io/v1/namespaces/default/builds";
    private const string BuildConfigs = "/apis/build.openshift.io/v1/namespaces/default/buildconfigs";
    private const string Request = """{"kind":"BuildRequest","apiVersion":"build.openshift.io/v1","metadata":{"name":"app"}}""";

    private const string Config =
        """{"metadata":{"name":"app"},"spec":{"source":{"dockerfile":"FROM x"},"strategy":{"dockerStrategy":{"from":{"kind":"ImageStreamTag","name":"base:1"}}},"triggers":[{"type":"ImageChange"}]}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Trigger_ImageIsImported_StartsABuildOfItsDigest()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await FakeCluster.StartAsync();
        using var http = cluster.CreateHttpClient();
        var pushed = cluster.Registry.Registry.Push("team/base:1", SyntheticImage.Create("base"));
        await cluster.Client.Streams.CreateAsync(Stream());
        await PostAsync(http, BuildConfigs, Config, HttpStatusCode.Created);

        var build = await cluster.WaitForAsync("builds.build.openshift.io", "default", "app-1", _ => true, timeout.Token);
        var config = await cluster.FindAsync("buildconfigs.build.openshift.io", "default", "app", timeout.Token);

        var spec = Parse(build, "spec");
        var status = Parse(config!, "status");
        Assert.Equal("DockerImage", (string?)spec["strategy"]!["dockerStrategy"]!["from"]!["kind"]);
        Assert.EndsWith(
            pushed.ToString(), (string?)spec["triggeredBy"]![0]!["imageChangeBuild"]!["imageID"], StringComparison.Ordinal);
        Assert.Equal((1, 1), ((int)status["lastVersion"]!, ((JsonArray)status["imageChangeTriggers"]!).Count));
    }

    [Fact]
    public async Task Instantiate_ByHand_CountsBuilds()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsTriggers = false, UseTls = false });
        using var http = cluster.CreateHttpClient();
        await PostAsync(http, BuildConfigs, Config, HttpStatusCode.Created);

        await PostAsync(http, BuildConfigs + "/app/instantiate", Request, HttpStatusCode.Created);
        var second = await PostAsync(http, BuildConfigs + "/app/instantiate", Request, HttpStatusCode.Created);
        var missing = Request.Replace("\"app\"", "\"none\"", StringComparison.Ordinal);
        await PostAsync(http, BuildConfigs + "/app/instantiate", missing, HttpStatusCode.NotFound);

        Assert.Equal(("Build", "app-2"), ((string?)second["kind"], (string?)second["metadata"]!["name"]));
        Assert.Equal("Manually triggered", (string?)second["spec"]!["triggeredBy"]![0]!["message"]);
        Assert.Equal(2, ((JsonArray)JsonNode.Parse(await http.GetStringAsync(Builds))!["items"]!).Count);
    }

    [Fact]
    public async Task Instantiate_DryRun_CountsAndStoresNoBuild()
    {
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsTriggers = false, UseTls = false });
        using var http = cluster.CreateHttpClient();
        await PostAsync(http, BuildConfigs, Config, HttpStatusCode.Created);

        await PostAsync(http, BuildConfigs + "/app/instantiate?dryRun=All", Request, HttpStatusCode.NotFound);

        var config = await cluster.FindAsync("buildconfigs.build.openshift.io", "default", "app");
        Assert.Equal(1, (int?)Parse(config!, "status")["lastVersion"]);
        Assert.Empty((JsonArray)JsonNode.Parse(await http.GetStringAsync(Builds))!["items"]!);
    }

    private static ImageStream Stream() => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "base" },
        Spec = new ImageStreamSpec
        {
            Tags = [new TagReference { Name = "1", From = ObjectReference.DockerImage("registry.example.com/team/base:1") }],
        },
    };

    private static JsonNode Parse(ClusterObject value, string field) => JsonNode.Parse(value.UnknownFields[field].ToString())!;

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, string json, HttpStatusCode expected)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, text);
        return JsonNode.Parse(text)!;
    }
}
