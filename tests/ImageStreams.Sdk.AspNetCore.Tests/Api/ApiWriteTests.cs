using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiWriteTests : IAsyncLifetime
{
    private const string Begin = "\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"ImageStream\"";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Created_object_has_the_namespace_of_the_path()
    {
        var reply = await CreateAsync("{" + Begin + ",\"metadata\":{\"name\":\"a\"}}");

        Assert.Equal(201, reply.Status);
        Assert.Equal("shop", (string?)reply.Json["metadata"]!["namespace"]);
    }

    [Theory]
    [InlineData("{not json", "couldn't get version/kind")]
    [InlineData("", "couldn't get version/kind")]
    [InlineData("[]", "ImageStream")]
    [InlineData("{\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"Image\",\"metadata\":{\"name\":\"a\"}}", "cannot be handled as a ImageStream")]
    [InlineData("{\"apiVersion\":\"image.openshift.io/v9\",\"kind\":\"ImageStream\",\"metadata\":{\"name\":\"a\"}}", "no kind \"ImageStream\" is registered")]
    [InlineData("{" + Begin + ",\"metadata\":{\"name\":\"a\"},\"spec\":{\"tags\":\"x\"}}", "cannot be handled as a ImageStream")]
    [InlineData("{" + Begin + ",\"metadata\":{\"name\":\"a\",\"namespace\":\"other\"}}", "does not match the namespace sent")]
    public async Task A_body_that_is_no_stream_of_the_path_is_400(string body, string message)
    {
        var reply = await CreateAsync(body);

        Assert.Equal((400, "BadRequest"), (reply.Status, (string?)reply.Json["reason"]));
        Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_are_warned_of()
    {
        var reply = await CreateAsync("{" + Begin + ",\"metadata\":{\"name\":\"a\"},\"spec\":{\"bogus\":1,\"tags\":[{\"name\":\"1\",\"bogus\":2}]}}");

        Assert.Equal(201, reply.Status);
        Assert.Equal(
            ["299 - \"unknown field \\\"spec.bogus\\\"\"", "299 - \"unknown field \\\"spec.tags[0].bogus\\\"\""],
            reply.Headers.Warning.Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("Strict", 400, 0)]
    [InlineData("Warn", 201, 1)]
    [InlineData("Ignore", 201, 0)]
    public async Task Unknown_fields_are_treated_as_asked_for(string validation, int status, int warnings)
    {
        var reply = await CreateAsync("{" + Begin + ",\"metadata\":{\"name\":\"a\"},\"bogus\":1}", "?fieldValidation=" + validation);

        Assert.Equal((status, warnings), (reply.Status, reply.Headers.Warning.Count));
    }

    [Theory]
    [InlineData("?dryRun=Some", "CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: [\"Some\"]: supported values: \"All\"")]
    [InlineData(
        "?dryRun=all&fieldValidation=Nonsense",
        "CreateOptions.meta.k8s.io \"\" is invalid: [dryRun: Unsupported value: [\"all\"]: supported values: \"All\", fieldValidation: Unsupported value: "
        + "\"Nonsense\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"]")]
    [InlineData(
        "?fieldManager=a%07b",
        "CreateOptions.meta.k8s.io \"\" is invalid: fieldManager: Invalid value: \"a\\ab\": invalid character U+0007 (at position 1)")]
    public async Task Options_are_checked_before_the_body(string query, string message)
    {
        var reply = await CreateAsync("{not json", query);

        Assert.Equal((422, message), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var reply = await CreateAsync("{" + Begin + ",\"metadata\":{\"name\":\"a\"}}", "?dryRun=All");

        Assert.Equal(201, reply.Status);
        Assert.Equal(404, (await _server.GetAsync(ApiServer.Streams + "/a")).Status);
    }

    [Fact]
    public async Task An_update_of_another_name_is_400()
    {
        var stream = await _server.CreateAsync("a");

        var reply = await _server.SendAsync("PUT", ApiServer.Streams + "/b", stream.ToJsonString());

        Assert.Equal((400, "the name of the object (a) does not match the name on the URL (b)"), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task A_deletion_tells_what_is_gone()
    {
        var stream = await _server.CreateAsync("a");

        var reply = await _server.SendAsync("DELETE", ApiServer.Streams + "/a", "{\"propagationPolicy\":\"Background\"}");

        Assert.Equal((200, "Success"), (reply.Status, (string?)reply.Json["status"]));
        Assert.Equal((string?)stream["metadata"]!["uid"], (string?)reply.Json["details"]!["uid"]);
    }

    [Fact]
    public async Task A_dry_run_of_a_deletion_is_in_the_body_when_there_is_one()
    {
        await _server.CreateAsync("a");

        await _server.SendAsync("DELETE", ApiServer.Streams + "/a", "{\"dryRun\":[\"All\"]}");
        Assert.Equal(200, (await _server.GetAsync(ApiServer.Streams + "/a")).Status);

        await _server.SendAsync("DELETE", ApiServer.Streams + "/a?dryRun=All", "{}");
        Assert.Equal(404, (await _server.GetAsync(ApiServer.Streams + "/a")).Status);
    }

    [Fact]
    public async Task A_collection_is_deleted_by_label()
    {
        await _server.CreateAsync("a", "1");
        await _server.CreateAsync("b", "2");

        var reply = await _server.SendAsync("DELETE", ApiServer.Streams + "?labelSelector=l%3D1");

        Assert.Equal("ImageStreamList", (string?)reply.Json["kind"]);
        Assert.Equal("a", (string?)reply.Json["items"]!.AsArray().Single()!["metadata"]!["name"]);
        Assert.Equal("b", (string?)(await _server.GetAsync(ApiServer.Streams)).Json["items"]!.AsArray().Single()!["metadata"]!["name"]);
    }

    [Fact]
    public async Task The_status_of_an_update_of_a_tag_tells_whether_it_is_new()
    {
        var tag = new JsonObject
        {
            ["apiVersion"] = "image.openshift.io/v1",
            ["kind"] = "ImageStreamTag",
            ["metadata"] = new JsonObject { ["name"] = "a:1" },
            ["tag"] = new JsonObject { ["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = "quay.io/app/web:1" } },
        };
        const string path = "/apis/image.openshift.io/v1/namespaces/shop/imagestreamtags/a:1";

        Assert.Equal(201, (await _server.SendAsync("PUT", path, tag.ToJsonString())).Status);
        Assert.Equal(200, (await _server.SendAsync("PUT", path, tag.ToJsonString())).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_413()
    {
        await using var server = await ApiServer.StartAsync(configure: options => options.MaxBodyBytes = 1024);

        var reply = await server.SendAsync("POST", ApiServer.Streams, new string(' ', 1025));

        Assert.Equal((413, "RequestEntityTooLarge"), (reply.Status, (string?)reply.Json["reason"]));
    }

    private Task<ApiReply> CreateAsync(string body, string query = "") => _server.SendAsync("POST", ApiServer.Streams + query, body);
}
