using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Cluster roles whose rules are those of others.</summary>
public sealed class RbacAggregationTests : IAsyncLifetime
{
    private const string Roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    private const string Bindings = "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings";

    private readonly InMemoryImageStreamStore _store = new();
    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await AccessServer.StartAsync(_policy, store: _store);
        await CreateAsync("all", selectors: """{"matchLabels":{"to":"all"}},{"matchExpressions":[{"key":"also","operator":"In","values":["all","some"]}]}""");
        await SendAsync(
            "POST", Bindings, """{"metadata":{"name":"v"},"roleRef":{"kind":"ClusterRole","name":"all"},"subjects":[{"kind":"User","name":"viewer"}]}""");
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Rules_AreThoseOfTheSelectedRoles_AndCountAtOnce()
    {
        Assert.Equal(403, await GetStreamsAsync());

        await CreateAsync("b", "to", "all", "list");
        await CreateAsync("a", "also", "some", "get");
        await CreateAsync("c", "also", "all", "list");
        await CreateAsync("other", "to", "none", "delete");

        Assert.Equal(["list", "get"], await GetVerbsAsync("all"));
        Assert.Equal(200, await GetStreamsAsync());

        await SendAsync("PATCH", Roles + "/b", """{"metadata":{"labels":null}}""", "application/merge-patch+json");
        Assert.Equal(["get", "list"], await GetVerbsAsync("all"));
        await SendAsync("DELETE", Roles + "/c");
        Assert.Equal(["get"], await GetVerbsAsync("all"));
        Assert.Equal(403, await GetStreamsAsync());
    }

    [Fact]
    public async Task RulesThatAreWritten_AreThoseOfTheSelectedRolesAgain()
    {
        await CreateAsync("b", "to", "all", "list");

        await SendAsync("PATCH", Roles + "/all", """{"rules":null}""", "application/merge-patch+json");

        Assert.Equal(["list"], await GetVerbsAsync("all"));
    }

    [Fact]
    public async Task RoleThatAggregatesAnAggregate_HasItsRules()
    {
        await CreateAsync("outer", selectors: """{"matchLabels":{"to":"outer"}}""");
        await SendAsync("PATCH", Roles + "/all", """{"metadata":{"labels":{"to":"outer"}}}""", "application/merge-patch+json");

        await CreateAsync("b", "to", "all", "list");

        Assert.Equal(["list"], await GetVerbsAsync("outer"));
    }

    [Fact]
    public async Task RolesByCode_AreAggregatedAtTheStart()
    {
        await CreateAsync("b", "to", "all", "list");
        await SendAsync("PATCH", Roles + "/b", """{"metadata":{"labels":{"kubernetes.io/bootstrapping":"x"}}}""", "application/merge-patch+json");
        await CreateAsync("defaults", selectors: """{"matchExpressions":[{"key":"kubernetes.io/bootstrapping","operator":"Exists"},{"key":"to","operator":"Exists"}]}""");

        var policy = RbacPolicy.CreateDefault();
        await using var second = await AccessServer.StartAsync(policy, store: _store);
        Assert.Equal(200, (await second.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status);

        Assert.Equal(["list"], policy.FindRole("", "defaults")!.Rules.Single().Verbs);
    }

    [Fact]
    public async Task AggregationRule_NeedsAllRights()
    {
        var create = new RbacRule { Verbs = ["create", "update", "patch"], ApiGroups = ["rbac.authorization.k8s.io"], Resources = ["clusterroles"] };
        _policy.Set(new RbacRole { Name = "maker", Rules = [create] });
        _policy.Set(new RbacBinding { Name = "maker", Role = "maker", Subjects = [RbacSubject.CreateUser("developer")] });

        var reply = await SendAsync("POST", Roles, CreateBody("mine", "{}", """{"matchLabels":{"to":"all"}}"""), user: "developer");
        var label = await SendAsync("PATCH", Roles + "/all", """{"metadata":{"labels":{"x":"y"}}}""", "application/merge-patch+json", "developer");

        Assert.Equal(403, reply.Status);
        Assert.EndsWith("is forbidden: must have cluster-admin privileges to use an aggregationRule", reply.Message, StringComparison.Ordinal);
        Assert.Equal(200, label.Status);
    }

    private async Task<IEnumerable<string?>> GetVerbsAsync(string role) =>
        (await SendAsync("GET", $"{Roles}/{role}")).Json["rules"]?.AsArray().Select(static rule => (string?)rule!["verbs"]![0]) ?? [];

    private async Task<int> GetStreamsAsync() => (await _server.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status;

    private async Task CreateAsync(string name, string label, string value, string verb)
    {
        var role = JsonNode.Parse(CreateBody(name, $$"""{"{{label}}":"{{value}}"}""", ""))!;
        role["rules"] = JsonNode.Parse($$"""[{"apiGroups":["image.openshift.io"],"resources":["imagestreams"],"verbs":["{{verb}}"]}]""");
        Assert.Equal(201, (await SendAsync("POST", Roles, role.ToJsonString())).Status);
    }

    private async Task CreateAsync(string name, string selectors) =>
        Assert.Equal(201, (await SendAsync("POST", Roles, CreateBody(name, "{}", selectors))).Status);

    private static string CreateBody(string name, string labels, string selectors) =>
        $$"""{"metadata":{"name":"{{name}}","labels":{{labels}} },"aggregationRule":{"clusterRoleSelectors":[{{selectors}}]},"rules":[]}""";

    private Task<ApiReply> SendAsync(string method, string path, string? body = null, string type = "application/json", string user = "system:admin")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        return ApiReply.ReadAsync(_server.Http, request);
    }
}
