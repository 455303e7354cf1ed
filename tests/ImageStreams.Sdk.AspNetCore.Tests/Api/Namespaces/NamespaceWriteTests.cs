using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Namespaces and projects that clients change and follow.</summary>
public sealed class NamespaceWriteTests
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Shop = Namespaces + "/shop";
    private const string Projects = "/apis/project.openshift.io/v1/projects";

    private readonly InMemoryImageStreamStore _store = new();

    [Theory]
    [InlineData("application/merge-patch+json", """{"metadata":{"labels":{"team":"a"}}}""")]
    [InlineData("application/strategic-merge-patch+json", """{"metadata":{"labels":{"team":"a"}}}""")]
    [InlineData("application/json-patch+json", """[{"op":"add","path":"/metadata/labels/team","value":"a"}]""")]
    [InlineData("application/apply-patch+yaml", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop","labels":{"team":"a"}}}""")]
    public async Task Patch_SetsALabel_AndItsOwner(string type, string body)
    {
        await using var server = await StartAsync(createsOnDemand: false);
        await CreateAsync(server);

        var reply = await server.SendAsync("PATCH", Shop + "?fieldManager=me", body, type);

        Assert.Equal(200, reply.Status);
        var metadata = (await server.GetAsync(Shop)).Json["metadata"]!;
        Assert.Equal("""{"kubernetes.io/metadata.name":"shop","team":"a"}""", metadata["labels"]!.ToJsonString());
        var owner = metadata["managedFields"]!.AsArray().Single(entry => (string?)entry!["manager"] == "me")!;
        Assert.NotNull(owner["fieldsV1"]!["f:metadata"]!["f:labels"]!["f:team"]);
    }

    [Fact]
    public async Task Put_ReplacesAnnotations_AndKeepsWhatBelongsToTheServer()
    {
        await using var server = await StartAsync(createsOnDemand: false);
        var created = (await CreateAsync(server)).Json;
        created["metadata"]!["annotations"] = new System.Text.Json.Nodes.JsonObject { ["a"] = "b" };
        created["spec"] = new System.Text.Json.Nodes.JsonObject();

        var reply = await server.SendAsync("PUT", Shop, created.ToJsonString());
        var stale = await server.SendAsync("PUT", Shop, created.ToJsonString().Replace("\"b\"", "\"c\"", StringComparison.Ordinal));

        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"a":"b"}""", reply.Json["metadata"]!["annotations"]!.ToJsonString());
        Assert.Equal("""["kubernetes"]""", reply.Json["spec"]!["finalizers"]!.ToJsonString());
        Assert.Equal("Active", (string?)reply.Json["status"]!["phase"]);
        Assert.Equal(409, stale.Status);
    }

    [Fact]
    public async Task Patch_OfOneThatComesOnDemand_CreatesIt_ADryRunDoesNot()
    {
        await using var server = await StartAsync(createsOnDemand: true);
        const string Patch = """{"metadata":{"labels":{"team":"a"}}}""";

        var tried = await server.SendAsync("PATCH", Shop + "?dryRun=All", Patch, "application/merge-patch+json");
        Assert.Equal(200, tried.Status);
        Assert.Empty((await server.GetAsync(Namespaces)).Json["items"]!.AsArray());

        var patched = await server.SendAsync("PATCH", Shop, Patch, "application/merge-patch+json");
        var listed = await server.GetAsync(Namespaces + "?labelSelector=team%3Da");

        Assert.Equal(200, patched.Status);
        Assert.Single(listed.Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("metadata", """{"metadata":{"name":"other"}}""", 400)]
    [InlineData("status", """{"status":{"phase":"Terminating"}}""", 422)]
    public async Task Patch_OfWhatBelongsToTheServer_IsRefused(string part, string body, int status)
    {
        await using var server = await StartAsync(createsOnDemand: false);
        await CreateAsync(server);

        var reply = await server.SendAsync("PATCH", part == "status" ? Shop + "/status" : Shop, body, "application/merge-patch+json");

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task DeleteCollection_IsNoMethod()
    {
        await using var server = await StartAsync(createsOnDemand: false);

        var reply = await server.SendAsync("DELETE", Namespaces);

        Assert.Equal((405, "the server does not allow this method on the requested resource"), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task DryRun_OfAStream_LeavesItsNamespaceUncreated()
    {
        await using var server = await StartAsync(createsOnDemand: true);
        const string Stream = """{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"app"}}""";

        Assert.Equal(201, (await server.SendAsync("POST", ApiServer.Streams + "?dryRun=All", Stream)).Status);
        Assert.Empty((await server.GetAsync(Namespaces)).Json["items"]!.AsArray());
        Assert.Equal(201, (await server.SendAsync("POST", ApiServer.Streams, Stream)).Status);
        Assert.Single((await server.GetAsync(Namespaces)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task WatchOfProjects_ReportsThoseThatOneMaySee()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "v", Namespace = "shop", Role = "view", Subjects = [RbacSubject.CreateUser("viewer")] });
        await using var server = await AccessServer.StartAsync(policy, store: _store);
        server.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer viewer");
        var directory = new NamespaceDirectory(_store);

        using var watch = await WatchReader.StartAsync(server.Http, Projects + "?watch=true", "application/json");
        await directory.CreateAsync("hidden");
        await directory.CreateAsync("shop");
        var added = await watch.NextAsync();
        await server.SendAsUserAsync("system:admin", "DELETE", Shop);

        Assert.Equal(("ADDED", "Project", "shop"), Describe(added));
        var last = Describe(await watch.NextAsync());
        if (last.Type == "MODIFIED")
        {
            // Unless the rights in it went before the watch came to it.
            last = Describe(await watch.NextAsync());
        }

        Assert.Equal(("DELETED", "Project", "shop"), last);
    }

    [Fact]
    public async Task Patch_OfOneThatIsHeld_LeavesItThere()
    {
        await using var server = await StartAsync(createsOnDemand: false);
        await CreateAsync(server);
        const string Held = """{"metadata":{"name":"held","finalizers":["test/hold"]}}""";
        await server.SendAsync("POST", "/apis/image.openshift.io/v1/namespaces/shop/imagestreams", Held);
        await server.SendAsync("DELETE", Shop);

        var patched = await server.SendAsync("PATCH", Shop, """{"metadata":{"labels":{"team":"a"}}}""", "application/merge-patch+json");

        Assert.Equal(200, patched.Status);
        Assert.Equal("Terminating", (string?)(await server.GetAsync(Shop)).Json["status"]!["phase"]);
    }

    private static (string? Type, string? Kind, string? Name) Describe(System.Text.Json.Nodes.JsonNode line) =>
        ((string?)line["type"], (string?)line["object"]!["kind"], (string?)line["object"]!["metadata"]!["name"]);

    private static Task<ApiReply> CreateAsync(ApiServer server) =>
        server.SendAsync("POST", Namespaces + "?fieldManager=setup", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}""");

    private Task<ApiServer> StartAsync(bool createsOnDemand)
    {
        var directory = new NamespaceDirectory(_store, createsOnDemand);
        var client = new EmbeddedImageStreamClient(_store, options: new EmbeddedImageStreamOptions { GetNamespaces = () => directory });
        return ApiServer.StartAsync(client, register: services => services.AddSingleton(directory));
    }
}
