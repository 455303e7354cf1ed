using System.Net;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Names of streams in what is written, where the lookup policy of the stream is local.</summary>
public sealed class NameAdmissionTests
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";

    [Theory]
    [InlineData("app:1", '1')]
    [InlineData("app", '2')]
    public async Task Create_TagOfALocalStream_BecomesItsImageAndBelongsToTheWriter(string image, char digit)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        await http.PushAsync("app", "1", '1');
        await http.PushAsync("app", "latest", '2');

        var created = await http.PostAsync(Deployments + "?fieldManager=helm", Deployment(image));

        Assert.EndsWith(new string(digit, 64), GetImage(created), StringComparison.Ordinal);
        var owner = Assert.Single((JsonArray)created["metadata"]!["managedFields"]!)!;
        Assert.Equal("helm", (string?)owner["manager"]);
        Assert.Contains("f:image\"", owner["fieldsV1"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_EmptyTagOfALocalStream_WaitsForAPushToIt()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);

        var created = await http.PostAsync(Deployments, Deployment("app:later"));

        Assert.Equal($"{ClusterRequests.Registry}/default/app:later", GetImage(created));
    }

    [Theory]
    [InlineData("closed:1", "")]
    [InlineData("x/app:1", "")]
    [InlineData("nostream:1", "")]
    [InlineData("closed:1", "*")]
    public async Task Create_OtherNames_AreLeftUnlessTheAnnotationResolvesAll(string image, string annotation)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        await http.CreateStreamAsync("closed");
        var pushed = await http.PushAsync("closed", "1", '3');
        await http.PushAsync("app", "1", '1');

        var created = await http.PostAsync(Deployments, Deployment(image, annotation));

        Assert.Equal(annotation == "*" ? pushed : image, GetImage(created));
    }

    [Fact]
    public async Task Update_TagHasMoved_ResolvesOnlyANameThatIsSentAgain()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        var first = await http.PushAsync("app", "1", '1');
        var created = await http.PostAsync(Deployments, Deployment("app:1"));
        var second = await http.PushAsync("app", "1", '2');

        var saved = await http.PutAsync(Deployments + "/web", created);
        var named = saved.DeepClone();
        named["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = "app:1";
        var resolved = await http.PutAsync(Deployments + "/web", named);

        Assert.Equal((first, second), (GetImage(saved), GetImage(resolved)));
    }

    [Fact]
    public async Task Create_Pod_IsRewrittenInPlace()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        var pushed = await http.PushAsync("app", "1", '1');

        var pod = await http.PostAsync(
            Pods, """{"metadata":{"name":"p"},"spec":{"initContainers":[{"name":"i","image":"app:1"}],"containers":[{"name":"c","image":"quay.io/x:1"}]}}""");

        Assert.Equal(pushed, (string?)pod["spec"]!["initContainers"]![0]!["image"]);
        Assert.Equal("quay.io/x:1", (string?)pod["spec"]!["containers"]![0]!["image"]);
    }

    [Fact]
    public async Task Create_Build_GetsTheImageOfItsBase()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        var pushed = await http.PushAsync("app", "1", '1');

        var build = await http.PostAsync(
            "/apis/build.openshift.io/v1/namespaces/default/builds",
            """{"metadata":{"name":"b"},"spec":{"source":{"type":"Dockerfile","dockerfile":"FROM x"},"strategy":{"type":"Docker","dockerStrategy":{"from":{"kind":"DockerImage","name":"app:1"}}}}}""");

        Assert.Equal(pushed, (string?)build["spec"]!["strategy"]!["dockerStrategy"]!["from"]!["name"]);
    }

    [Fact]
    public async Task Apply_WithoutTheImageThatOnlyTheApplierOwns_IsInvalid()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app", isLocal: true);
        await http.PushAsync("app", "1", '1');
        const string Head = """{"apiVersion":"apps/v1","kind":"Deployment",""";
        await ApplyAsync(http, Head + Deployment("app:1")[1..], HttpStatusCode.Created);

        await ApplyAsync(
            http, Head + Deployment("app:1")[1..].Replace(",\"image\":\"app:1\"", "", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity);
    }

    private static Task ApplyAsync(HttpClient http, string body, HttpStatusCode expected) => http.SendAsync(
        HttpMethod.Patch, Deployments + "/web?fieldManager=argocd-controller", body, "application/apply-patch+yaml", expected);

    private static string GetImage(JsonNode deployment) =>
        (string)deployment["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]!;

    private static string Deployment(string image, string annotation = "") =>
        """{"metadata":{"name":"web","annotations":{"alpha.image.policy.openshift.io/resolve-names":"@1"}},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"@2"}]}}}}"""
            .Replace("@1", annotation, StringComparison.Ordinal)
            .Replace("@2", image, StringComparison.Ordinal);
}
