using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiReadTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task One_object_is_that_of_the_engine()
    {
        var created = await _server.AddAsync(AnImageStream("ruby").Tag("1").FollowsImage("quay.io/a/b:1").Build());

        var reply = await _server.GetAsync(ApiServer.Streams + "/ruby");

        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        Assert.Equal(ImageStreamJson.Serialize(created) + "\n", reply.Body);
    }

    [Fact]
    public async Task Items_of_lists_have_no_kind()
    {
        await _server.AddAsync(AnImageStream("a").Build());
        await _server.AddAsync(AnImageStream("b").Build());

        var list = (await _server.GetAsync(ApiServer.Streams)).Json;

        Assert.Equal("ImageStreamList", (string?)list["kind"]);
        Assert.Equal("image.openshift.io/v1", (string?)list["apiVersion"]);
        Assert.Equal(["a", "b"], list["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
        Assert.All(list["items"]!.AsArray(), item => Assert.Null(item!["kind"]));
    }

    [Fact]
    public async Task A_missing_object_is_404()
    {
        var reply = await _server.GetAsync(ApiServer.Streams + "/nosuch");

        Assert.Equal(404, reply.Status);
        Assert.Equal("imagestreams.image.openshift.io \"nosuch\" not found", reply.Message);
    }

    [Theory]
    [InlineData("/apis/image.openshift.io/v2/imagestreams")]
    [InlineData("/apis/nosuch.example.com/v1/x")]
    public async Task A_group_that_is_not_served_is_404_in_plain_text(string path)
    {
        var reply = await _server.GetAsync(path);

        Assert.Equal(404, reply.Status);
        Assert.Equal("404 page not found\n", reply.Body);
    }

    [Theory]
    [InlineData("GET", "/apis/image.openshift.io/v1/nosuch", 404)]
    [InlineData("GET", ApiServer.Streams + "/a/nosuch", 404)]
    [InlineData("GET", "/apis/image.openshift.io/v1/namespaces/shop/imagestreams//a", 404)]
    [InlineData("PUT", ApiServer.Streams, 405)]
    [InlineData("PATCH", ApiServer.Streams, 405)]
    [InlineData("OPTIONS", ApiServer.Streams, 405)]
    [InlineData("POST", ApiServer.Streams + "/a", 405)]
    public async Task A_path_without_the_method_is_refused(string method, string path, int status)
    {
        var reply = await _server.SendAsync(method, path);

        Assert.Equal(status, reply.Status);
        Assert.Equal(new JsonObject().ToJsonString(), reply.Json["details"]!.ToJsonString());
    }
}
