using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Webhooks of build configurations.</summary>
public sealed class WebhookTests
{
    private const string Configs = "/apis/build.openshift.io/v1/namespaces/default/buildconfigs";
    private const string Hooks = Configs + "/app/webhooks/";

    private const string Config =
        """{"metadata":{"name":"app"},"spec":{"source":{"git":{"uri":"https://git.example.com/app.git","ref":"main"}},"strategy":{"dockerStrategy":{}},"triggers":[{"type":"Generic","generic":{"secret":"s1","allowEnv":true}},{"type":"Generic","generic":{"secretReference":{"name":"hook"}}},{"type":"GitHub","github":{"secret":"s2"}}]}}""";

    private const string Push =
        """{"ref":"refs/heads/main","after":"abc","head_commit":{"id":"abc","message":"Fix it.","author":{"name":"Ann","email":"ann@example.com"}}}""";

    [Fact]
    public async Task Generic_WithoutABody_StartsABuildWithItsCause()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var build = await CallAsync(http, "s1/generic", "", HttpStatusCode.OK);

        Assert.Equal(("Build", "app-1"), ((string?)build["kind"], (string?)build["metadata"]!["name"]));
        var cause = build["spec"]!["triggeredBy"]![0]!;
        Assert.Equal(("Generic WebHook", "<secret>"), ((string?)cause["message"], (string?)cause["genericWebHook"]!["secret"]));
    }

    [Fact]
    public async Task Generic_CommitAndVariables_AreThoseOfTheBuild()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var build = await CallAsync(
            http, "s1/generic", """{"git":{"ref":"refs/heads/main","commit":"abc","message":"Fix it."},"env":[{"name":"A","value":"1"}]}""", HttpStatusCode.OK);

        Assert.Equal("abc", (string?)build["spec"]!["revision"]!["git"]!["commit"]);
        Assert.Equal("1", (string?)build["spec"]!["strategy"]!["dockerStrategy"]!["env"]![0]!["value"]);
        Assert.Equal("abc", (string?)build["spec"]!["triggeredBy"]![0]!["genericWebHook"]!["revision"]!["git"]!["commit"]);
    }

    [Theory]
    [InlineData("s1/generic", """{"git":{"ref":"refs/heads/other","commit":"abc"}}""", "")]
    [InlineData("s2/github", """{"ref":"refs/heads/other"}""", "push")]
    [InlineData("s2/github", "{}", "ping")]
    public async Task Call_OfAnotherBranchOrAPing_StartsNothing(string path, string body, string name)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        await CallAsync(http, path, body, HttpStatusCode.OK, name);
        var builds = await http.ReadAsync("/apis/build.openshift.io/v1/namespaces/default/builds");

        Assert.Empty((JsonArray)builds["items"]!);
    }

    [Fact]
    public async Task GitHub_Push_StartsABuildOfTheCommit()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var build = await CallAsync(http, "s2/github", Push, HttpStatusCode.OK, "push");

        var git = build["spec"]!["revision"]!["git"]!;
        Assert.Equal(("abc", "Ann", "Fix it."), ((string?)git["commit"], (string?)git["author"]!["name"], (string?)git["message"]));
        Assert.Equal("GitHub WebHook", (string?)build["spec"]!["triggeredBy"]![0]!["message"]);
    }

    [Fact]
    public async Task Secret_OfAReference_IsThatOfTheSecret()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);
        await http.PostAsync("/api/v1/namespaces/default/secrets", """{"metadata":{"name":"hook"},"stringData":{"WebHookSecretKey":"s3"}}""");

        var build = await CallAsync(http, "s3/generic", "", HttpStatusCode.OK);

        Assert.Equal("app-1", (string?)build["metadata"]!["name"]);
    }

    [Fact]
    public async Task GitHub_FieldThatIsNamedTwice_CountsAsTheLast()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var build = await CallAsync(http, "s2/github", """{"ref":"refs/heads/other",""" + Push[1..], HttpStatusCode.OK, "push");

        Assert.Equal("app-1", (string?)build["metadata"]!["name"]);
    }

    [Fact]
    public async Task GitHub_TextWithHalfACharacter_IsReadWithAReplacement()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var build = await CallAsync(
            http, "s2/github", Push.Replace("Fix it.", "\\ud800", StringComparison.Ordinal), HttpStatusCode.OK, "push");

        Assert.Equal("\ufffd", (string?)build["spec"]!["revision"]!["git"]!["message"]);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    public async Task GitHub_BodyIsNoObject_IsRefused(string body)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var status = await CallAsync(http, "s2/github", body, HttpStatusCode.BadRequest, "push");

        Assert.Equal("BadRequest", (string?)status["reason"]);
    }

    [Fact]
    public async Task Discovery_OfWebhooks_ShowsThemWhereTheyAreServed()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var served = await http.ReadAsync("/apis/build.openshift.io/v1");
        var known = ClusterKinds.Find("buildconfigs.build.openshift.io")!.Definition.Subresources;

        Assert.Contains("buildconfigs/webhooks", served["resources"]!.AsArray().Select(static one => (string)one!["name"]!));
        Assert.DoesNotContain("webhooks", known.Select(static one => one.Name));
    }

    [Theory]
    [InlineData("app/webhooks/wrong/generic", 401)]
    [InlineData("app/webhooks/s1/github", 401)]
    [InlineData("ghost/webhooks/s1/generic", 401)]
    [InlineData("app/webhooks/s1/smoke", 404)]
    [InlineData("app/webhooks/s2/github", 400)]
    public async Task Call_NotAsItShouldBe_IsRefused(string path, int code)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config);

        var status = await http.PostAsync($"{Configs}/{path}", "{}", (HttpStatusCode)code);

        Assert.Equal(("Status", code), ((string?)status["kind"], (int)status["code"]!));
    }

    private static async Task<JsonNode> CallAsync(
        HttpClient http, string path, string body, HttpStatusCode expected, string? name = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Hooks + path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (!string.IsNullOrEmpty(name))
        {
            request.Headers.Add("X-GitHub-Event", name);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }
}
