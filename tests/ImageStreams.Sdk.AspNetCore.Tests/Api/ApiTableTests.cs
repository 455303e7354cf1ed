using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiTableTests : IAsyncLifetime
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task List_has_the_columns_of_OpenShift()
    {
        await _server.CreateAsync("a", "1");

        var table = (await _server.GetAsync(ApiServer.Streams, Table)).Json;

        Assert.Equal(("Table", "meta.k8s.io/v1"), ((string?)table["kind"], (string?)table["apiVersion"]));
        Assert.Equal(["Name", "Image Repository", "Tags", "Updated"], table["columnDefinitions"]!.AsArray().Select(column => (string?)column!["name"]));
        var row = table["rows"]!.AsArray().Single()!;
        Assert.Equal(
            ["a", "image-registry.openshift-image-registry.svc:5000/shop/a", "", ""], row["cells"]!.AsArray().Select(cell => (string?)cell));
        Assert.Equal("PartialObjectMetadata", (string?)row["object"]!["kind"]);
        Assert.Equal("1", (string?)row["object"]!["metadata"]!["labels"]!["l"]);
        Assert.Null(row["object"]!["spec"]);
    }

    [Theory]
    [InlineData("Object", "ImageStream")]
    [InlineData("Metadata", "PartialObjectMetadata")]
    [InlineData("None", null)]
    public async Task Rows_have_the_object_that_is_asked_for(string include, string? kind)
    {
        await _server.CreateAsync("a");

        var table = (await _server.GetAsync($"{ApiServer.Streams}?includeObject={include}", Table)).Json;

        Assert.Equal(kind, (string?)table["rows"]![0]!["object"]?["kind"]);
    }

    [Fact]
    public async Task A_status_is_no_table()
    {
        await _server.CreateAsync("a");

        var status = await _server.GetAsync(ApiServer.Streams + "/a/status", Table);
        var refused = await _server.GetAsync(ApiServer.Streams + "/a/status", "application/json;as=Table;v=v1;g=meta.k8s.io");

        Assert.Equal((200, ImageStream.KindName), (status.Status, (string?)status.Json["kind"]));
        Assert.Equal(406, refused.Status);
    }

    [Fact]
    public async Task Another_object_is_refused()
    {
        var reply = await _server.GetAsync($"{ApiServer.Streams}?includeObject=All", Table);

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Tags_are_listed_the_latest_first_as_far_as_they_fit()
    {
        await WriteTagsAsync("fedora", "1.10.0", "1.2.0-rc.1", "UPPER_case.tag", "dev", "release");

        var table = (await _server.GetAsync(ApiServer.Streams + "/fedora", Table)).Json;

        Assert.Equal("1.10.0,1.2.0-rc.1,UPPER_case.tag,dev + 1 more...", (string?)table["rows"]![0]!["cells"]![2]);
        Assert.EndsWith(" ago", (string?)table["rows"]![0]!["cells"]![3]);
    }

    [Fact]
    public async Task One_object_that_is_missing_is_a_status()
    {
        var reply = await _server.GetAsync(ApiServer.Streams + "/nosuch", Table);

        Assert.Equal((404, "Status"), (reply.Status, (string?)reply.Json["kind"]));
    }

    [Fact]
    public async Task Metadata_of_a_list_is_a_list_of_metadata()
    {
        await _server.CreateAsync("a");

        var list = (await _server.GetAsync(ApiServer.Streams, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")).Json;

        Assert.Equal("PartialObjectMetadataList", (string?)list["kind"]);
        Assert.Equal(["kind", "apiVersion", "metadata"], list["items"]![0]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/vnd.kubernetes.protobuf")]
    [InlineData("application/json;as=Nonsense;v=v1;g=meta.k8s.io")]
    [InlineData("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io")]
    public async Task A_format_that_a_list_does_not_have_is_406(string accept)
    {
        var reply = await _server.GetAsync(ApiServer.Streams, accept);

        Assert.Equal((406, "NotAcceptable"), (reply.Status, (string?)reply.Json["reason"]));
    }

    // Every tag gets its image at the same time, so that their names decide on the order.
    private async Task WriteTagsAsync(string name, params string[] tags)
    {
        var stream = await _server.CreateAsync(name);
        var next = stream.DeepClone();
        next["spec"]!["tags"] = new JsonArray([.. tags.Select(JsonNode (tag) => new JsonObject
        {
            ["name"] = tag,
            ["reference"] = true,
            ["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = "quay.io/app/web:1" },
        })]);
        var reply = await _server.SendAsync("PUT", $"{ApiServer.Streams}/{name}", next.ToJsonString());
        Assert.Equal(200, reply.Status);
    }
}
