using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Roles and bindings in namespaces that are missing, or go, or are new.</summary>
public sealed class RbacNamespaceTests
{
    private const string Root = "/apis/rbac.authorization.k8s.io/v1";
    private const string Shop = "/api/v1/namespaces/shop";

    private const string Binding = """
        {"metadata":{"name":"v"},"roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{"kind":"User","name":"viewer"}]}
        """;

    private const string Project = """{"apiVersion":"project.openshift.io/v1","kind":"ProjectRequest","metadata":{"name":"shop"}}""";

    private const string Role = """{"metadata":{"name":"r"},"rules":[]}""";

    private readonly InMemoryImageStreamStore _store = new();

    [Theory]
    [InlineData("rolebindings", Binding)]
    [InlineData("roles", Role)]
    public async Task Create_InAMissingNamespace_FindsNone(string resource, string body)
    {
        await using var server = await StartAsync();

        var reply = await SendAsync(server, "POST", $"{Root}/namespaces/shop/{resource}", body);

        Assert.Equal((404, "namespaces \"shop\" not found"), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task Create_InANamespaceThatGoes_IsForbidden()
    {
        await using var server = await StartAsync();
        var directory = new NamespaceDirectory(_store);
        await directory.CreateAsync("shop");
        await directory.BeginDeleteAsync((await directory.FindAsync("shop", default))!, default);

        var reply = await SendAsync(server, "POST", $"{Root}/namespaces/shop/rolebindings", Binding);

        Assert.Equal(403, reply.Status);
        Assert.Contains("unable to create new content in namespace shop because it is being terminated", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BindingByCode_InAMissingNamespace_IsStoredAndCounts()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "code", Namespace = "shop", Role = "view", Subjects = [RbacSubject.CreateUser("viewer")] });
        await using var server = await StartAsync(policy);

        Assert.Equal(200, (await server.SendAsUserAsync("viewer", "GET", ApiServer.Streams)).Status);
        Assert.Equal(200, (await SendAsync(server, "GET", $"{Root}/namespaces/shop/rolebindings/code")).Status);
    }

    [Theory]
    [InlineData("view", "")]
    [InlineData("admin", "")]
    [InlineData("admin", ",\"finalizers\":[\"test/hold\"]")]
    public async Task NewProject_TakesNoRightsFromAStaleBinding(string role, string metadata)
    {
        var stale = $$"""
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"admin","namespace":"shop"{{metadata}}},
             "roleRef":{"kind":"ClusterRole","name":"{{role}}"},"subjects":[{"kind":"User","name":"nobody"}]}
            """;
        var value = ObjectDocuments.ToObject(System.Text.Json.Nodes.JsonNode.Parse(stale)!.AsObject(), default);
        await _store.GetObjects("rolebindings.rbac.authorization.k8s.io").CreateAsync(value);
        await using var server = await StartAsync();

        var project = await SendAsync(
            server, "POST", "/apis/project.openshift.io/v1/projectrequests", Project);
        var binding = await SendAsync(server, "GET", $"{Root}/namespaces/shop/rolebindings/admin");

        Assert.Equal(201, project.Status);
        Assert.Equal(("admin", "system:admin"), ((string?)binding.Json["roleRef"]!["name"], (string?)binding.Json["subjects"]!.AsArray().Single()!["name"]));
        Assert.Null(binding.Json["metadata"]!["finalizers"]);
        Assert.Equal(403, (await server.SendAsUserAsync("nobody", "GET", ApiServer.Streams)).Status);
    }

    [Fact]
    public async Task Namespace_StaysWhileARoleIsHeld()
    {
        await using var server = await StartAsync();
        await SendAsync(server, "POST", "/api/v1/namespaces", """{"metadata":{"name":"shop"}}""");
        await SendAsync(server, "POST", $"{Root}/namespaces/shop/roles", """{"metadata":{"name":"r","finalizers":["test/hold"]},"rules":[]}""");

        await SendAsync(server, "DELETE", Shop);
        var held = await SendAsync(server, "GET", Shop);
        await SendAsync(server, "PATCH", $"{Root}/namespaces/shop/roles/r", """{"metadata":{"finalizers":null}}""", "application/merge-patch+json");

        Assert.Equal("Terminating", (string?)held.Json["status"]!["phase"]);
        Assert.Equal(404, (await SendAsync(server, "GET", $"{Root}/namespaces/shop/roles/r")).Status);
        Assert.Equal(404, (await SendAsync(server, "GET", Shop)).Status);
    }

    [Fact]
    public async Task Restart_KeepsARoleThatAClientHasLabeledOrCopied()
    {
        await using (var first = await StartAsync())
        {
            const string Labeled = """{"metadata":{"name":"mine","labels":{"kubernetes.io/bootstrapping":"rbac-defaults"}},"rules":[]}""";
            await SendAsync(first, "POST", $"{Root}/clusterroles", Labeled);
            var copy = (await SendAsync(first, "GET", $"{Root}/clusterroles/view")).Json;
            copy["metadata"] = new System.Text.Json.Nodes.JsonObject
            {
                ["name"] = "copy",
                ["labels"] = copy["metadata"]!["labels"]!.DeepClone(),
                ["annotations"] = copy["metadata"]!["annotations"]!.DeepClone(),
            };
            Assert.Equal(201, (await SendAsync(first, "POST", $"{Root}/clusterroles", copy.ToJsonString())).Status);
        }

        await using var second = await StartAsync();

        Assert.Equal(200, (await SendAsync(second, "GET", $"{Root}/clusterroles/mine")).Status);
        Assert.Equal(200, (await SendAsync(second, "GET", $"{Root}/clusterroles/copy")).Status);
    }

    private Task<ApiServer> StartAsync(RbacPolicy? policy = null) => AccessServer.StartAsync(
        policy ?? RbacPolicy.CreateDefault(),
        store: _store,
        register: services => services.AddSingleton(new NamespaceDirectory(_store, createsOnDemand: false)));

    private static Task<ApiReply> SendAsync(ApiServer server, string method, string path, string? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system:admin");
        return ApiReply.ReadAsync(server.Http, request);
    }
}
