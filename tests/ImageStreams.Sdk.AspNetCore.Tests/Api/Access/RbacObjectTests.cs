using System.Text;
using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

public sealed class RbacObjectTests : IAsyncLifetime
{
    private const string Root = "/apis/rbac.authorization.k8s.io/v1";
    private const string Bindings = Root + "/namespaces/shop/rolebindings";

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await AccessServer.StartAsync(_policy);

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Binding_Created_GivesRights_AndDeleted_TakesThem()
    {
        Assert.Equal(403, (await _server.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status);

        var created = await PostAsync("system:admin", Bindings, CreateBinding("viewers", "view", "viewer"));
        Assert.Equal(201, created.Status);
        Assert.Equal(
            """[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"viewer"}]""", created.Json["subjects"]!.ToJsonString());
        Assert.Equal(200, (await _server.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status);

        var deleted = await _server.SendAsUserAsync("system:admin", "DELETE", $"{Bindings}/viewers");
        Assert.Equal("Success", (string?)deleted.Json["status"]);
        Assert.Equal((string?)created.Json["metadata"]!["uid"], (string?)deleted.Json["details"]!["uid"]);
        Assert.Equal(403, (await _server.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status);
    }

    [Fact]
    public async Task Binding_BeyondOwnRights_IsForbidden()
    {
        await PostAsync("system:admin", Bindings, CreateBinding("admins", "admin", "developer"));

        var up = await PostAsync("developer", Bindings, CreateBinding("up", "cluster-admin", "developer"));
        var same = await PostAsync("developer", Bindings, CreateBinding("same", "edit", "nobody"));
        var future = await PostAsync("developer", Bindings, CreateBinding("future", "still-to-come", "nobody"));

        Assert.Equal(403, up.Status);
        Assert.Equal(
            "rolebindings.rbac.authorization.k8s.io \"up\" is forbidden: user \"developer\" (groups=[\"devs\" \"system:authenticated\"]) is "
            + "attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"*\"], Resources:[\"*\"], Verbs:[\"*\"]}\n"
            + "{NonResourceURLs:[\"*\"], Verbs:[\"*\"]}",
            up.Message);
        Assert.Equal(201, same.Status);
        Assert.Equal(404, future.Status);
    }

    [Fact]
    public async Task Role_WithNames_GivesThese()
    {
        var role = """
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"named"},"rules":[
              {"apiGroups":["image.openshift.io"],"resources":["imagestreams"],"verbs":["get","list"],"resourceNames":["app"]}]}
            """;
        Assert.Equal(201, (await PostAsync("system:admin", Root + "/namespaces/shop/roles", role)).Status);
        await PostAsync("system:admin", Bindings, CreateBinding("named", "named", "nobody", "Role"));

        Assert.Equal(404, (await _server.SendAsUserAsync("nobody", "GET", ApiServer.Streams + "/app")).Status);
        Assert.Equal(403, (await _server.SendAsUserAsync("nobody", "GET", ApiServer.Streams + "/other")).Status);
        Assert.Equal(403, (await _server.SendAsUserAsync("nobody", "GET", ApiServer.Streams)).Status);
        Assert.Equal(200, (await _server.SendAsUserAsync("nobody", "GET", ApiServer.Streams + "?fieldSelector=metadata.name%3Dapp")).Status);
    }

    [Fact]
    public async Task Role_WhoseListsAreMultiplied_IsRefusedWithoutCounting()
    {
        await PostAsync("system:admin", Bindings, CreateBinding("admins", "admin", "developer"));
        var many = string.Join(",", Enumerable.Range(0, 5_000).Select(static number => $"\"{number}\""));
        var role = $$"""
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"many"},"rules":[
              {"apiGroups":[{{many}}],"resources":[{{many}}],"verbs":[{{many}}],"resourceNames":[{{many}}]}]}
            """;

        var reply = await PostAsync("developer", Root + "/namespaces/shop/roles", role);

        Assert.Equal(400, reply.Status);
        Assert.Contains("more than 10000 single rights", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_ForAllNames_NeedsMoreThanTheRightWithoutName()
    {
        var rule = new RbacRule { ApiGroups = [""], Resources = ["secrets"], Verbs = ["list"], ResourceNames = [""] };
        var roles = new RbacRule { ApiGroups = ["rbac.authorization.k8s.io"], Resources = ["roles"], Verbs = ["create"] };
        _policy.Set(new RbacRole { Name = "some", Namespace = "shop", Rules = [rule, roles] });
        await PostAsync("system:admin", Bindings, CreateBinding("some", "some", "nobody", "Role"));

        Assert.Equal(403, (await PostAsync("nobody", Root + "/namespaces/shop/roles", CreateRole("all", "secrets", "list"))).Status);
    }

    [Fact]
    public async Task Update_OfAnotherVersion_IsAConflict()
    {
        var created = await PostAsync("system:admin", Root + "/namespaces/shop/roles", CreateRole("r", "imagestreams", "get"));
        var changed = created.Json;
        changed["rules"]![0]!["verbs"]![0] = "list";
        var body = changed.ToJsonString();

        Assert.Equal(200, (await SendAsync("PUT", "system:admin", Root + "/namespaces/shop/roles/r", body)).Status);
        Assert.Equal(409, (await SendAsync("PUT", "system:admin", Root + "/namespaces/shop/roles/r", body)).Status);
    }

    [Fact]
    public async Task DryRun_LeavesNoIdentity()
    {
        var path = Root + "/namespaces/shop/roles";
        var tried = await PostAsync("system:admin", path + "?dryRun=All", CreateRole("r", "imagestreams", "get"));
        var created = await PostAsync("system:admin", path, CreateRole("r", "imagestreams", "get"));

        Assert.Equal([201, 201], [tried.Status, created.Status]);
        Assert.NotEqual((string?)tried.Json["metadata"]!["uid"], (string?)created.Json["metadata"]!["uid"]);
    }

    [Fact]
    public async Task ClusterRoles_AreListed()
    {
        var list = await _server.SendAsUserAsync("nobody", "GET", Root + "/clusterroles");

        Assert.Contains("system:image-puller", list.Json["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
    }

    private Task<ApiReply> PostAsync(string user, string path, string body) => SendAsync("POST", user, path, body);

    private Task<ApiReply> SendAsync(string method, string user, string path, string body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        return ApiReply.ReadAsync(_server.Http, request);
    }

    private static string CreateRole(string name, string resource, string verb) => $$"""
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"{{name}}"},
         "rules":[{"apiGroups":[""],"resources":["{{resource}}"],"verbs":["{{verb}}"]}]}
        """;

    private static string CreateBinding(string name, string role, string user, string kind = "ClusterRole") => $$"""
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"{{name}}"},
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{kind}}","name":"{{role}}"},
         "subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"{{user}}"}]}
        """;
}
