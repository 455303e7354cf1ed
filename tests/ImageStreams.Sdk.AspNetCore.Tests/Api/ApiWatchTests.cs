using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiWatchTests : IAsyncLifetime
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(engine: options => options.VersionWait = TimeSpan.Zero);

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Begins_with_what_exists_and_goes_on_with_changes()
    {
        await _server.CreateAsync("a");
        using var watch = await WatchAsync("watch=true");
        var added = await watch.NextAsync();
        await _server.CreateAsync("b");
        var next = await watch.NextAsync();
        await _server.SendAsync("DELETE", ApiServer.Streams + "/b");
        var deleted = await watch.NextAsync();

        Assert.Equal(["ADDED a", "ADDED b", "DELETED b"], [Describe(added), Describe(next), Describe(deleted)]);
        Assert.Equal("ImageStream", (string?)added["object"]!["kind"]);
    }

    [Theory]
    [InlineData("watch=1&resourceVersion=0&timeoutSeconds=1")]
    [InlineData("watch=maybe&timeoutSeconds=1")]
    [InlineData("watch=true&timeoutSeconds=1&limit=1")]
    public async Task Ends_when_its_time_is_up(string query)
    {
        await _server.CreateAsync("a");
        await _server.CreateAsync("b");
        using var watch = await WatchAsync(query);

        Assert.Equal(["ADDED a", "ADDED b"], (await watch.RestAsync()).Select(Describe));
    }

    [Fact]
    public async Task Initial_events_end_with_a_mark()
    {
        await _server.CreateAsync("a");
        using var watch = await WatchAsync("watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
        await watch.NextAsync();

        var mark = await watch.NextAsync();

        Assert.Equal("BOOKMARK", (string?)mark["type"]);
        Assert.Equal(
            """{"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"namespace":"default","resourceVersion":"2","annotations":{"k8s.io/initial-events-end":"true"}},"spec":{"lookupPolicy":{"local":false}},"status":{"dockerImageRepository":""}}""",
            mark["object"]!.ToJsonString());
    }

    [Theory]
    [InlineData("watch=true&timeoutSeconds=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan")]
    [InlineData("watch=true&timeoutSeconds=1&resourceVersion=0")]
    public async Task There_is_no_mark_where_none_is_asked_for(string query)
    {
        await _server.CreateAsync("a");
        using var watch = await WatchAsync(query);

        Assert.Equal(["ADDED a"], (await watch.RestAsync()).Select(Describe));
    }

    [Fact]
    public async Task A_version_that_is_gone_is_an_event()
    {
        var small = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = 1 });
        await using var server = await ApiServer.StartAsync(new EmbeddedImageStreamClient(small));
        await server.CreateAsync("a");
        await server.CreateAsync("b");
        await server.CreateAsync("c");
        using var watch = await WatchReader.StartAsync(server.Http, $"{ApiServer.Streams}?watch=true&resourceVersion=1");

        var error = await watch.NextAsync();

        Assert.Equal(("ERROR", 410, "Expired"), ((string?)error["type"], (int?)error["object"]!["code"], (string?)error["object"]!["reason"]));
        Assert.Empty(await watch.RestAsync());
    }

    [Fact]
    public async Task Initial_events_of_a_version_to_come_are_an_error_event()
    {
        using var watch = await WatchAsync("watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=100000");

        var error = await watch.NextAsync();

        Assert.Equal(("ERROR", 504), ((string?)error["type"], (int?)error["object"]!["code"]));
    }

    [Fact]
    public async Task What_no_longer_matches_is_deleted_as_it_was()
    {
        var stream = await _server.CreateAsync("a", "1");
        using var watch = await WatchAsync("watch=true&labelSelector=l%3D1");
        await watch.NextAsync();
        stream["metadata"]!["labels"]!["l"] = "2";
        var changed = (await _server.SendAsync("PUT", ApiServer.Streams + "/a", stream.ToJsonString())).Json;

        var deleted = await watch.NextAsync();

        Assert.Equal("DELETED a", Describe(deleted));
        Assert.Equal("1", (string?)deleted["object"]!["metadata"]!["labels"]!["l"]);
        Assert.Equal((string?)changed["metadata"]!["resourceVersion"], (string?)deleted["object"]!["metadata"]!["resourceVersion"]);
    }

    [Fact]
    public async Task Only_the_first_table_has_columns()
    {
        await _server.CreateAsync("a");
        await _server.CreateAsync("b");
        using var watch = await WatchAsync("watch=true", Table);

        var (first, second) = (await watch.NextAsync(), await watch.NextAsync());

        Assert.Equal(4, first["object"]!["columnDefinitions"]!.AsArray().Count);
        Assert.Null(second["object"]!["columnDefinitions"]);
        Assert.Equal("b", (string?)second["object"]!["rows"]![0]!["cells"]![0]);
    }

    [Theory]
    [InlineData("/apis/image.openshift.io/v1/watch/namespaces/shop/imagestreams?timeoutSeconds=1", new[] { "ADDED a", "ADDED b" })]
    [InlineData("/apis/image.openshift.io/v1/watch/namespaces/shop/imagestreams/a?timeoutSeconds=1", new[] { "ADDED a" })]
    [InlineData("/apis/image.openshift.io/v1/watch/imagestreams?timeoutSeconds=1", new[] { "ADDED a", "ADDED b" })]
    public async Task Old_paths_stream_too(string path, string[] events)
    {
        await _server.CreateAsync("a");
        await _server.CreateAsync("b");
        using var watch = await WatchReader.StartAsync(_server.Http, path);

        Assert.Equal(events, (await watch.RestAsync()).Select(Describe));
    }

    [Fact]
    public async Task One_object_is_read_and_not_watched()
    {
        await _server.CreateAsync("a");

        Assert.Equal("ImageStream", (string?)(await _server.GetAsync(ApiServer.Streams + "/a?watch=true")).Json["kind"]);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(20_000)]
    public async Task A_reader_that_takes_nothing_is_cut_off(int length)
    {
        await using var server = await ApiServer.StartAsync(configure: options => options.SlowReaderTimeout = TimeSpan.FromMilliseconds(100));
        using var watch = await WatchReader.StartAsync(server.Http, ApiServer.Streams + "?watch=true");
        var cutOff = server.Log.WaitForAsync("too slow");
        var text = new string('x', length);
        for (var i = 0; !cutOff.IsCompleted && i < 5_000; i++)
        {
            await server.AddAsync(Builders.StreamBuilder.AnImageStream($"s{i}").Build() with { Metadata = Large(i, text) });
        }

        await cutOff.WaitAsync(TimeSpan.FromSeconds(10));
        await server.StopAsync();
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_watches_are_429()
    {
        await using var server = await ApiServer.StartAsync(configure: options => options.MaxWatchesPerClient = 1);
        using var watch = await WatchReader.StartAsync(server.Http, ApiServer.Streams + "?watch=true");

        var reply = await server.GetAsync(ApiServer.Streams + "?watch=true");

        Assert.Equal((429, "TooManyRequests"), (reply.Status, (string?)reply.Json["reason"]));
        Assert.Equal(TimeSpan.FromSeconds(1), reply.Headers.RetryAfter!.Delta);
    }

    private static ObjectMeta Large(int number, string text) =>
        new() { Name = $"s{number}", Namespace = "shop", Annotations = ValueMap.Create<string>([new("a", text)]) };

    private static string Describe(JsonNode line) => $"{line["type"]} {line["object"]!["metadata"]!["name"]}";

    private Task<WatchReader> WatchAsync(string query, string accept = "application/json") =>
        WatchReader.StartAsync(_server.Http, $"{ApiServer.Streams}?{query}", accept);
}
