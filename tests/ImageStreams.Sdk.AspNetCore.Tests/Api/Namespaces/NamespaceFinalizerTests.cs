using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Namespaces that somebody holds by their own finalizers.</summary>
public sealed class NamespaceFinalizerTests
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Shop = Namespaces + "/shop";
    private const string MergePatch = "application/merge-patch+json";

    private readonly InMemoryImageStreamStore _store = new();

    [Fact]
    public async Task Delete_OfOneWithAFinalizer_LeavesItUntilThatIsRemoved()
    {
        await using var server = await StartAsync();
        await server.SendAsync("POST", Namespaces, """{"metadata":{"name":"shop","finalizers":["test/hold"]}}""");
        await server.SendAsync("POST", ApiServer.Streams, """{"metadata":{"name":"app"}}""");

        await server.SendAsync("DELETE", Shop);
        var held = (await server.GetAsync(Shop)).Json;

        Assert.Equal("Terminating", (string?)held["status"]!["phase"]);
        Assert.Equal("{}", held["spec"]!.ToJsonString());
        Assert.Empty((await _store.Streams.ListAsync(ListQuery.All)).Items);
        Assert.Equal(200, (await server.SendAsync("PATCH", Shop, """{"metadata":{"finalizers":null}}""", MergePatch)).Status);
        Assert.Equal(404, (await server.GetAsync(Shop)).Status);
    }

    [Fact]
    public async Task Delete_KeepsWhatIsThere()
    {
        await using var server = await StartAsync();
        await server.SendAsync(
            "POST", Namespaces, """{"metadata":{"name":"shop","labels":{"a":"b"},"finalizers":["test/hold"]},"spec":{"finalizers":["test/content"]}}""");
        await server.SendAsync(
            "PATCH", Shop + "/status", """{"status":{"conditions":[{"type":"Odd","status":"True"}]}}""", MergePatch);

        var deleted = (await server.SendAsync("DELETE", Shop)).Json;

        Assert.Equal("""["test/content","kubernetes"]""", deleted["spec"]!["finalizers"]!.ToJsonString());
        Assert.Equal("Odd", (string?)deleted["status"]!["conditions"]![0]!["type"]);
        Assert.Equal("b", (string?)deleted["metadata"]!["labels"]!["a"]);
        Assert.NotNull(deleted["metadata"]!["deletionTimestamp"]);
    }

    [Fact]
    public async Task Finalize_ReplacesTheFinalizersOfTheContent()
    {
        await using var server = await StartAsync();
        await server.SendAsync("POST", Namespaces, """{"metadata":{"name":"shop"},"spec":{"finalizers":["test/content"]}}""");
        await server.SendAsync("DELETE", Shop);
        var held = (await server.GetAsync(Shop)).Json;
        Assert.Equal("""["test/content"]""", held["spec"]!["finalizers"]!.ToJsonString());
        held["status"]!["phase"] = "Active";

        Assert.Equal(422, (await server.SendAsync("PUT", Shop + "/finalize", With(held, "odd"))).Status);
        var other = await server.SendAsync("PUT", Shop + "/finalize", With(held, "test/other"));
        Assert.Equal("""["test/other"]""", other.Json["spec"]!["finalizers"]!.ToJsonString());
        Assert.Equal("Terminating", (string?)other.Json["status"]!["phase"]);
        var last = await server.SendAsync("PUT", Shop + "/finalize", With(other.Json));

        Assert.Equal((200, "{}"), (last.Status, last.Json["spec"]!.ToJsonString()));
        Assert.Equal(404, (await server.GetAsync(Shop)).Status);
        Assert.Equal(405, (await server.GetAsync(Shop + "/finalize")).Status);
    }

    [Fact]
    public async Task Finalize_OfOneThatIsActive_LeavesIt()
    {
        await using var server = await StartAsync();
        var created = await server.SendAsync("POST", Namespaces, """{"metadata":{"name":"shop"}}""");

        await server.SendAsync("PUT", Shop + "/finalize", With(created.Json));

        Assert.Equal("Active", (string?)(await server.GetAsync(Shop)).Json["status"]!["phase"]);
        await server.SendAsync("DELETE", Shop);
        Assert.Equal(404, (await server.GetAsync(Shop)).Status);
    }

    private static string With(JsonObject value, params string[] finalizers)
    {
        var next = (JsonObject)value.DeepClone();
        next["spec"] = new JsonObject { ["finalizers"] = new JsonArray([.. finalizers.Select(static one => (JsonNode)one)]) };
        return next.ToJsonString();
    }

    private Task<ApiServer> StartAsync()
    {
        var directory = new NamespaceDirectory(_store, createsOnDemand: false);
        var client = new EmbeddedImageStreamClient(_store, options: new EmbeddedImageStreamOptions { GetNamespaces = () => directory });
        return ApiServer.StartAsync(client, register: services => services.AddSingleton(directory));
    }
}
