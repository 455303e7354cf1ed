using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

public sealed class NamespaceTests
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Projects = "/apis/project.openshift.io/v1/projects";

    private readonly InMemoryImageStreamStore _store = new();

    [Fact]
    public async Task Get_OnDemand_AnswersEveryNameTheSameTwice()
    {
        await using var server = await StartAsync();

        var first = await server.GetAsync($"{Namespaces}/shop");
        var second = await server.GetAsync($"{Namespaces}/shop");

        Assert.Equal("Active", (string?)first.Json["status"]!["phase"]);
        Assert.Equal(first.Body, second.Body);
        Assert.Empty((await server.GetAsync(Namespaces)).Json["items"]!.AsArray());
        Assert.Equal(404, (await server.GetAsync($"{Namespaces}/No-Name")).Status);
    }

    [Fact]
    public async Task Get_OnRequest_IsMissing()
    {
        await using var server = await StartAsync(createsOnDemand: false);

        var reply = await server.GetAsync($"{Namespaces}/shop");

        Assert.Equal("namespaces \"shop\" not found", reply.Message);
    }

    [Fact]
    public async Task Stream_OnDemand_CreatesItsNamespace()
    {
        await using var server = await StartAsync();
        await CreateStreamAsync(server);

        var list = await server.GetAsync(Namespaces);

        Assert.Equal(["shop"], list.Json["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
    }

    [Fact]
    public async Task Watch_WithInitialEvents_EndsThemWithAMark()
    {
        await using var server = await StartAsync();
        await CreateStreamAsync(server);

        using var watch = await WatchReader.StartAsync(
            server.Http,
            $"{Namespaces}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true",
            "application/json");
        var (first, mark) = (await watch.NextAsync(), await watch.NextAsync());

        Assert.Equal(("ADDED", "shop"), ((string?)first["type"], (string?)first["object"]!["metadata"]!["name"]));
        Assert.Equal("BOOKMARK", (string?)mark["type"]);
        Assert.Equal("true", (string?)mark["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]);
    }

    [Fact]
    public async Task Stream_OnRequest_IsRefused()
    {
        await using var server = await StartAsync(createsOnDemand: false);

        var failure = await Assert.ThrowsAsync<ApiException>(() => CreateStreamAsync(server));

        Assert.Equal("namespaces \"shop\" not found", failure.Message);
    }

    [Fact]
    public async Task Delete_EmptiesTheNamespace()
    {
        await using var server = await StartAsync();
        await CreateStreamAsync(server);

        var deleted = await server.SendAsync("DELETE", $"{Namespaces}/shop");

        Assert.Equal("Terminating", (string?)deleted.Json["status"]!["phase"]);
        Assert.Empty((await _store.Streams.ListAsync(ListQuery.All)).Items);
        Assert.Empty((await server.GetAsync(Namespaces)).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Terminating_RefusesNewStreams()
    {
        await using var server = await StartAsync();
        var directory = new NamespaceDirectory(_store);
        await directory.CreateAsync("shop");
        await directory.BeginDeleteAsync((await directory.FindAsync("shop", default))!, default);

        var failure = await Assert.ThrowsAsync<ApiException>(() => CreateStreamAsync(server));

        Assert.Equal(ApiFailure.Forbidden, failure.Reason);
        Assert.Contains("because it is being terminated", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop", 201)]
    [InlineData("Shop", 422)]
    [InlineData("", 422)]
    public async Task Create_ByName_Answers(string name, int status)
    {
        await using var server = await StartAsync(createsOnDemand: false);
        var body = $$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{name}}","labels":{"a":"b"} } }""";

        var reply = await server.SendAsync("POST", Namespaces, body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 201 ? 409 : status, (await server.SendAsync("POST", Namespaces, body)).Status);
    }

    [Fact]
    public async Task Projects_AreThoseThatOneMaySee()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "view", Namespace = "shop", Role = "view", Subjects = [RbacSubject.CreateUser("viewer")] });
        await using var server = await AccessServer.StartAsync(policy, store: _store);
        var directory = new NamespaceDirectory(_store);
        await directory.CreateAsync("hidden");
        await directory.CreateAsync("shop");

        Assert.Equal(["shop"], await GetProjectsAsync(server, "viewer"));
        Assert.Equal("{}", (await server.SendAsUserAsync("viewer", "GET", Projects)).Json["metadata"]!.ToJsonString());
        Assert.Empty(await GetProjectsAsync(server, "nobody"));
        Assert.Equal(["hidden", "shop"], await GetProjectsAsync(server, "system:admin"));
        Assert.Equal(403, (await server.SendAsUserAsync("viewer", "GET", Namespaces)).Status);
        Assert.Equal(403, (await server.SendAsUserAsync("viewer", "GET", $"{Projects}/hidden")).Status);
        Assert.Equal(200, (await server.SendAsUserAsync("viewer", "GET", $"{Projects}/shop")).Status);
    }

    [Fact]
    public async Task Delete_TakesTheRightsInTheNamespace()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "back-door", Namespace = "shop", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
        policy.Set(new RbacRole { Name = "left", Namespace = "shop" });
        policy.Set(new RbacBinding { Name = "elsewhere", Namespace = "other", Role = "view", Subjects = [RbacSubject.CreateUser("developer")] });
        await using var server = await AccessServer.StartAsync(policy, store: _store);
        await new NamespaceDirectory(_store).CreateAsync("shop");

        Assert.Equal(200, (await server.SendAsUserAsync("developer", "DELETE", $"{Projects}/shop")).Status);

        Assert.Null(policy.FindBinding("shop", "back-door"));
        Assert.Null(policy.FindRole("shop", "left"));
        Assert.NotNull(policy.FindBinding("other", "elsewhere"));
        Assert.Equal(403, (await server.SendAsUserAsync("developer", "GET", ApiServer.Streams)).Status);
    }

    [Fact]
    public async Task Delete_OfAnOlderNamespaceOfTheName_LeavesTheNewOne()
    {
        await using var server = await StartAsync();
        var directory = new NamespaceDirectory(_store);
        await directory.CreateAsync("shop");
        var old = await directory.BeginDeleteAsync((await directory.FindAsync("shop", default))!, default);
        await directory.Objects.DeleteAsync(new ObjectKey("", "shop"));
        await CreateStreamAsync(server);

        var sweep = new NamespaceSweep(directory, () => new ServedResources(ImageResources.Create(server.Client, static () => new ServedResources([]))));

        Assert.True(await sweep.FinishAsync(old, default));
        Assert.Single((await _store.Streams.ListAsync(ListQuery.All)).Items);
        Assert.NotNull(await directory.Objects.FindAsync(new ObjectKey("", "shop")));
    }

    [Fact]
    public async Task Delete_AtTheSameTime_IsAnsweredToAll()
    {
        await using var server = await StartAsync();
        await CreateStreamAsync(server);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.SendAsync("DELETE", $"{Namespaces}/shop")));

        Assert.Contains(replies, static reply => reply.Status == 200);
        Assert.All(replies, static reply => Assert.True(reply.Status is 200 or 404, reply.Body));
        Assert.Empty((await _store.Streams.ListAsync(ListQuery.All)).Items);
    }

    [Theory]
    [InlineData("kube-system", 403)]
    [InlineData("default", 403)]
    [InlineData("mine", 201)]
    public async Task ProjectRequest_ForANameOfTheCluster_IsForbidden(string name, int status)
    {
        await using var server = await StartAsync();
        var body = $$"""{"apiVersion":"project.openshift.io/v1","kind":"ProjectRequest","metadata":{"name":"{{name}}"} }""";

        Assert.Equal(status, (await server.SendAsync("POST", "/apis/project.openshift.io/v1/projectrequests", body)).Status);
    }

    private static async Task<IEnumerable<string?>> GetProjectsAsync(ApiServer server, string user) =>
        (await server.SendAsUserAsync(user, "GET", Projects)).Json["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]);

    private Task<ApiServer> StartAsync(bool createsOnDemand = true)
    {
        var directory = new NamespaceDirectory(_store, createsOnDemand);
        var client = new EmbeddedImageStreamClient(_store, options: new EmbeddedImageStreamOptions { GetNamespaces = () => directory });
        return ApiServer.StartAsync(client, register: services => services.AddSingleton(directory));
    }

    private static Task<ImageStream> CreateStreamAsync(ApiServer server) => server.AddAsync(AnImageStream("app").Build());
}
