using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Projects that clients change.</summary>
public sealed class ProjectWriteTests : IAsyncLifetime
{
    private const string Shop = "/apis/project.openshift.io/v1/projects/shop";
    private const string Namespace = "/api/v1/namespaces/shop";
    private const string DisplayName = "openshift.io/display-name";

    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        var store = new InMemoryImageStreamStore();
        var directory = new NamespaceDirectory(store, createsOnDemand: false);
        var client = new EmbeddedImageStreamClient(store, options: new EmbeddedImageStreamOptions { GetNamespaces = () => directory });
        _server = await ApiServer.StartAsync(client, register: services => services.AddSingleton(directory));
        await _server.SendAsync("POST", "/api/v1/namespaces", """{"metadata":{"name":"shop","labels":{"team":"a"},"annotations":{"owner":"me"}}}""");
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("application/merge-patch+json", """{"metadata":{"annotations":{"openshift.io/display-name":"Shop"}}}""")]
    [InlineData("application/strategic-merge-patch+json", """{"metadata":{"annotations":{"openshift.io/display-name":"Shop"}}}""")]
    [InlineData("application/json-patch+json", """[{"op":"add","path":"/metadata/annotations/openshift.io~1display-name","value":"Shop"}]""")]
    [InlineData(
        "application/apply-patch+yaml",
        """{"apiVersion":"project.openshift.io/v1","kind":"Project","metadata":{"name":"shop","annotations":{"openshift.io/display-name":"Shop"}}}""")]
    public async Task Patch_OfTheDisplayName_ChangesTheNamespace(string type, string body)
    {
        var reply = await _server.SendAsync("PATCH", Shop + "?fieldManager=me", body, type);

        Assert.Equal((200, "Project"), (reply.Status, (string?)reply.Json["kind"]));
        var metadata = (await _server.GetAsync(Namespace)).Json["metadata"]!;
        Assert.Equal(("Shop", "me"), ((string?)metadata["annotations"]![DisplayName], (string?)metadata["annotations"]!["owner"]));
        Assert.Contains(metadata["managedFields"]!.AsArray(), static entry => (string?)entry!["manager"] == "me");
    }

    [Theory]
    [InlineData("""{"metadata":{"labels":{"team":"b"}}}""", "metadata.labels[team]")]
    [InlineData("""{"metadata":{"labels":null}}""", "metadata.labels[team]")]
    [InlineData("""{"metadata":{"annotations":{"owner":"you"}}}""", "metadata.annotations[owner]")]
    public async Task Patch_OfAnythingElse_IsRefused(string body, string field)
    {
        var reply = await _server.SendAsync("PATCH", Shop, body, "application/merge-patch+json");

        Assert.Equal(422, reply.Status);
        Assert.Contains($"{field}: Invalid value", reply.Message, StringComparison.Ordinal);
        Assert.Contains("field is immutable, try updating the namespace", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_ChangesTheDescription_OfTheVersionThatItNames()
    {
        var project = (await _server.GetAsync(Shop)).Json;
        project["metadata"]!["annotations"]!["openshift.io/description"] = "Sells.";
        project["spec"] = new JsonObject();

        var reply = await _server.SendAsync("PUT", Shop, project.ToJsonString());
        project["metadata"]!["annotations"]!["openshift.io/description"] = "Buys.";
        var stale = await _server.SendAsync("PUT", Shop, project.ToJsonString());

        Assert.Equal((200, "Sells."), (reply.Status, (string?)reply.Json["metadata"]!["annotations"]!["openshift.io/description"]));
        Assert.Equal("""["kubernetes"]""", reply.Json["spec"]!["finalizers"]!.ToJsonString());
        Assert.Equal(409, stale.Status);
        Assert.Equal(404, (await _server.SendAsync("PUT", Shop.Replace("shop", "none", StringComparison.Ordinal), project.ToJsonString())).Status);
        Assert.Equal(400, (await _server.SendAsync("PUT", Shop, """{"kind":"Namespace","metadata":{"name":"shop"}}""")).Status);
    }

    [Fact]
    public async Task Patches_AtTheSameTime_AreAllKept()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number => (await _server.SendAsync(
            "PATCH",
            Shop,
            number % 2 == 0
                ? """{"metadata":{"annotations":{"openshift.io/display-name":"x"}}}"""
                : """{"metadata":{"annotations":{"openshift.io/description":"y"}}}""",
            "application/merge-patch+json")).Status));

        Assert.All(statuses, static status => Assert.Equal(200, status));
    }
}
