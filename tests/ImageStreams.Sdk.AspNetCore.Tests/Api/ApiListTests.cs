namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiListTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await ApiServer.StartAsync(engine: options => options.VersionWait = TimeSpan.Zero);

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Pages_show_the_state_of_the_first()
    {
        await CreateAsync("a", "b", "c");

        var first = (await _server.GetAsync(ApiServer.Streams + "?limit=2")).Json;
        await _server.CreateAsync("aa");
        var second = (await _server.GetAsync($"{ApiServer.Streams}?limit=2&continue={first["metadata"]!["continue"]}")).Json;

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(1, (int?)first["metadata"]!["remainingItemCount"]);
        Assert.Equal(["c"], Names(second));
        Assert.Equal((string?)first["metadata"]!["resourceVersion"], (string?)second["metadata"]!["resourceVersion"]);
        Assert.Null(second["metadata"]!["continue"]);
    }

    [Fact]
    public async Task Exact_version_is_listed_as_it_was()
    {
        await CreateAsync("a");
        var version = await VersionAsync();
        await CreateAsync("b");

        Assert.Equal(["a"], Names((await ListAsync($"resourceVersion={version}&resourceVersionMatch=Exact")).Json));
        Assert.Equal(["a", "b"], Names((await ListAsync($"resourceVersion={version}&resourceVersionMatch=NotOlderThan")).Json));
        Assert.Equal(["a", "b"], Names((await ListAsync($"resourceVersion={version}")).Json));
        Assert.Equal(["a"], Names((await ListAsync($"resourceVersion={version}&limit=5")).Json));
    }

    [Fact]
    public async Task Version_0_ignores_the_limit()
    {
        await CreateAsync("a", "b");

        var list = (await ListAsync("resourceVersion=0&limit=1")).Json;

        Assert.Equal(["a", "b"], Names(list));
    }

    [Theory]
    [InlineData("resourceVersionMatch=Exact", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided")]
    [InlineData("resourceVersion=0&resourceVersionMatch=Exact", "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")]
    [InlineData(
        "resourceVersion=abc&resourceVersionMatch=Nonsense",
        "resourceVersionMatch: Unsupported value: \"Nonsense\": supported values: \"Exact\", \"NotOlderThan\", \"\"")]
    [InlineData("sendInitialEvents=true", "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list")]
    [InlineData(
        "watch=true&resourceVersionMatch=NotOlderThan",
        "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")]
    [InlineData(
        "watch=true&sendInitialEvents=true",
        "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")]
    public async Task Options_that_do_not_fit_are_422(string query, string cause)
    {
        var reply = await ListAsync(query);

        Assert.Equal((422, "ListOptions.meta.k8s.io \"\" is invalid: " + cause), (reply.Status, reply.Message));
        Assert.Equal("ListOptions", (string?)reply.Json["details"]!["kind"]);
    }

    [Theory]
    [InlineData("resourceVersion=abc", "invalid resource version: resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid syntax")]
    [InlineData("resourceVersion=-1", "invalid resource version: resourceVersion: Invalid value: \"-1\": strconv.ParseUint: parsing \"-1\": invalid syntax")]
    [InlineData("limit=x", "strconv.ParseInt: parsing \"x\": invalid syntax")]
    [InlineData("timeoutSeconds=x", "strconv.ParseInt: parsing \"x\": invalid syntax")]
    [InlineData("fieldSelector=spec.x%3D1", "\"spec.x\" is not a known field selector: only ")]
    public async Task Malformed_options_are_400(string query, string message)
    {
        var reply = await ListAsync(query);

        Assert.Equal(400, reply.Status);
        Assert.StartsWith(message, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_with_a_version_is_400()
    {
        await CreateAsync("a", "b");
        var first = (await ListAsync("limit=1")).Json;

        var reply = await ListAsync($"limit=1&resourceVersion=5&continue={first["metadata"]!["continue"]}");

        Assert.Equal((400, "specifying resource version is not allowed when using continue"), (reply.Status, reply.Message));
    }

    [Theory]
    [InlineData("?resourceVersion=100000")]
    [InlineData("?resourceVersion=100000&resourceVersionMatch=Exact")]
    [InlineData("/a?resourceVersion=100000")]
    public async Task A_version_to_come_is_504(string query)
    {
        await CreateAsync("a");

        var reply = await _server.GetAsync(ApiServer.Streams + query);

        Assert.Equal((504, "Timeout"), (reply.Status, (string?)reply.Json["reason"]));
        Assert.Equal("ResourceVersionTooLarge", (string?)reply.Json["details"]!["causes"]![0]!["reason"]);
        Assert.Equal(TimeSpan.FromSeconds(1), reply.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Other_resources_of_the_group_are_listed()
    {
        await CreateAsync("a");

        Assert.Equal("ImageStreamTagList", await KindAsync("namespaces/shop/imagestreamtags"));
        Assert.Equal("ImageTagList", await KindAsync("imagetags"));
        Assert.Equal("ImageList", await KindAsync("images?limit=5"));
        Assert.Equal("SecretList", await KindAsync("namespaces/shop/imagestreams/a/secrets"));
        Assert.Equal("ImageStreamLayers", await KindAsync("namespaces/shop/imagestreams/a/layers"));
    }

    [Theory]
    [InlineData("namespaces/shop/imagestreamtags?watch=true", 405)]
    [InlineData("namespaces/shop/imagestreamimages", 404)]
    [InlineData("namespaces/shop/imagestreamimages?watch=true", 404)]
    [InlineData("namespaces/shop/imagestreamimports", 405)]
    [InlineData("namespaces/shop/imagestreammappings?watch=true", 405)]
    public async Task What_cannot_be_listed_is_refused(string path, int status) =>
        Assert.Equal(status, (await _server.GetAsync("/apis/image.openshift.io/v1/" + path)).Status);

    private static IEnumerable<string?> Names(System.Text.Json.Nodes.JsonObject list) =>
        list["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]);

    private Task<ApiReply> ListAsync(string query) => _server.GetAsync($"{ApiServer.Streams}?{query}");

    private async Task<string> KindAsync(string path) =>
        (string)(await _server.GetAsync("/apis/image.openshift.io/v1/" + path)).Json["kind"]!;

    private async Task<string> VersionAsync() => (string)(await _server.GetAsync(ApiServer.Streams)).Json["metadata"]!["resourceVersion"]!;

    private async Task CreateAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await _server.CreateAsync(name);
        }
    }
}
