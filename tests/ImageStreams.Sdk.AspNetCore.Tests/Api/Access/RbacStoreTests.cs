using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Roles and bindings in the store: patched, followed, and heeded by every API over it.</summary>
public sealed class RbacStoreTests
{
    private const string Root = "/apis/rbac.authorization.k8s.io/v1";
    private const string Bindings = Root + "/namespaces/shop/rolebindings";
    private const string Admin = "system:admin";
    private const string Viewer = "viewer";

    private const string Binding = """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"v"},
         "roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{"kind":"User","name":"viewer"}]}
        """;

    private readonly InMemoryImageStreamStore _store = new();

    [Fact]
    public async Task Patch_OfSubjects_CountsAtOnce()
    {
        await using var server = await StartAsync();
        await SendAsync(server, "POST", Bindings, Binding);
        Assert.Equal(200, await GetStreamsAsync(server));

        var patched = await SendAsync(server, "PATCH", Bindings + "/v", """{"subjects":null}""", "application/merge-patch+json");
        Assert.Equal(200, patched.Status);
        Assert.Equal(403, await GetStreamsAsync(server));

        await SendAsync(
            server, "PATCH", Bindings + "/v", """[{"op":"add","path":"/subjects","value":[{"kind":"User","name":"viewer"}]}]""", "application/json-patch+json");
        Assert.Equal(200, await GetStreamsAsync(server));

        Assert.Equal(200, (await SendAsync(server, "DELETE", Bindings + "?fieldSelector=metadata.name%3Dv")).Status);
        Assert.Equal(403, await GetStreamsAsync(server));
    }

    [Fact]
    public async Task Apply_CreatesARole_WithAnOwner()
    {
        await using var server = await StartAsync();
        const string Role = """
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"r"},
             "rules":[{"apiGroups":["image.openshift.io"],"resources":["imagestreams"],"verbs":["list"]}]}
            """;

        var applied = await SendAsync(server, "PATCH", Root + "/namespaces/shop/roles/r?fieldManager=me", Role, "application/apply-patch+yaml");

        Assert.Equal(201, applied.Status);
        Assert.Equal(("me", "Apply"), Owner(applied));
    }

    [Fact]
    public async Task RoleOfABinding_CannotChange()
    {
        await using var server = await StartAsync();
        await SendAsync(server, "POST", Bindings, Binding);

        var reply = await SendAsync(server, "PATCH", Bindings + "/v", """{"roleRef":{"name":"edit"}}""", "application/merge-patch+json");

        Assert.Equal(422, reply.Status);
        Assert.Contains("cannot change roleRef", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ReportsABinding()
    {
        await using var server = await StartAsync();
        server.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer system:admin");
        using var watch = await WatchReader.StartAsync(server.Http, Bindings + "?watch=true");

        await SendAsync(server, "POST", Bindings, Binding);

        var line = await watch.NextAsync();
        Assert.Equal(("ADDED", "v"), ((string?)line["type"], (string?)line["object"]!["metadata"]!["name"]));
    }

    [Fact]
    public async Task Restart_KeepsWhatClientsMade_AndSetsTheDefaultsAgain()
    {
        await using (var first = await StartAsync())
        {
            await SendAsync(first, "POST", Bindings, Binding);
            await SendAsync(first, "DELETE", Root + "/clusterroles/edit");
            await SendAsync(first, "PATCH", Root + "/clusterroles/admin", """{"rules":[],"metadata":{"annotations":{"mine":"1"}}}""", "application/merge-patch+json");
            await SendAsync(
                first,
                "PATCH",
                Root + "/clusterroles/registry-viewer",
                """{"rules":[],"metadata":{"annotations":{"rbac.authorization.kubernetes.io/autoupdate":"false"}}}""",
                "application/merge-patch+json");
        }

        var policy = RbacPolicy.CreateDefault();
        await using var second = await AccessServer.StartAsync(policy, store: _store);

        Assert.Equal(200, await GetStreamsAsync(second));
        Assert.NotNull(policy.FindRole("", "edit"));
        Assert.False(policy.FindRole("", "admin")!.Rules.IsEmpty);
        Assert.True(policy.FindRole("", "registry-viewer")!.Rules.IsEmpty);
        var admin = await SendAsync(second, "GET", Root + "/clusterroles/admin");
        Assert.Equal("1", (string?)admin.Json["metadata"]!["annotations"]!["mine"]);
    }

    [Fact]
    public async Task Restart_WithoutAConfiguredBinding_TakesItsRights()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "configured-0", Namespace = "shop", Role = "view", Subjects = [RbacSubject.CreateUser(Viewer)] });
        await using (var first = await AccessServer.StartAsync(policy, store: _store))
        {
            Assert.Equal(200, await GetStreamsAsync(first));
        }

        await using var second = await StartAsync();

        Assert.Equal(403, await GetStreamsAsync(second));
        Assert.Equal(404, (await SendAsync(second, "GET", Bindings + "/configured-0")).Status);
    }

    [Fact]
    public async Task ChangesByCode_AreServed_AndThoseByAnotherProcessFollowed()
    {
        var policy = RbacPolicy.CreateDefault();
        await using var server = await AccessServer.StartAsync(policy, store: _store);
        await using var other = await StartAsync();
        Assert.Equal(403, await GetStreamsAsync(server));
        server.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer system:admin");

        policy.Set(new RbacBinding { Name = "code", Namespace = "shop", Role = "view", Subjects = [RbacSubject.CreateUser("nobody")] });
        Assert.Equal(200, (await SendAsync(server, "GET", Bindings + "/code")).Status);
        Assert.Equal(200, (await server.SendAsUserAsync("nobody", "GET", ApiServer.Streams)).Status);

        await SendAsync(other, "POST", Bindings, Binding);
        var status = 403;
        for (var attempt = 0; attempt < 10_000 && status != 200; attempt++)
        {
            status = await GetStreamsAsync(server);
        }

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task TheRightToBind_StandsForTheRightsOfTheRole()
    {
        var policy = RbacPolicy.CreateDefault();
        var create = new RbacRule { Verbs = ["create"], ApiGroups = ["rbac.authorization.k8s.io"], Resources = ["rolebindings"] };
        var bind = new RbacRule { Verbs = ["bind"], ApiGroups = ["rbac.authorization.k8s.io"], Resources = ["clusterroles"], ResourceNames = ["view"] };
        policy.Set(new RbacRole { Name = "binder", Namespace = "shop", Rules = [create, bind] });
        policy.Set(new RbacBinding
        {
            Name = "binder", Namespace = "shop", Role = "binder", IsNamespacedRole = true, Subjects = [RbacSubject.CreateUser("nobody")],
        });
        await using var server = await AccessServer.StartAsync(policy, store: _store);

        Assert.Equal(201, (await SendAsync(server, "POST", Bindings, Binding, user: "nobody")).Status);
        var edit = Binding.Replace("\"view\"", "\"edit\"", StringComparison.Ordinal).Replace("\"v\"", "\"e\"", StringComparison.Ordinal);
        Assert.Equal(403, (await SendAsync(server, "POST", Bindings, edit, user: "nobody")).Status);
    }

    private static (string?, string?) Owner(ApiReply reply)
    {
        var entry = reply.Json["metadata"]!["managedFields"]!.AsArray().Single()!;
        return ((string?)entry["manager"], (string?)entry["operation"]);
    }

    private static async Task<int> GetStreamsAsync(ApiServer server) => (await server.SendAsUserAsync(Viewer, "GET", ApiServer.Streams)).Status;

    private static Task<ApiReply> SendAsync(
        ApiServer server, string method, string path, string? body = null, string type = "application/json", string user = Admin)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        return ApiReply.ReadAsync(server.Http, request);
    }

    private Task<ApiServer> StartAsync() => AccessServer.StartAsync(RbacPolicy.CreateDefault(), store: _store);
}
