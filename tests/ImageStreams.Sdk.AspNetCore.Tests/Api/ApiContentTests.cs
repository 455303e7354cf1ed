using System.IO.Compression;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Collections;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiContentTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Long_lists_are_compressed_for_those_who_accept_it()
    {
        await AddLargeAsync(10);
        var plain = await _server.GetAsync(ApiServer.Streams);
        var request = new HttpRequestMessage(HttpMethod.Get, ApiServer.Streams);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var response = await _server.Http.SendAsync(request);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        using var reader = new StreamReader(new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal(plain.Body, await reader.ReadToEndAsync());
        Assert.Equal(plain.Body.Length, plain.ContentHeaders.ContentLength);
    }

    [Fact]
    public async Task Short_bodies_are_not_compressed()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ApiServer.Streams);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var response = await _server.Http.SendAsync(request);

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Pretty_bodies_say_the_same()
    {
        await _server.CreateAsync("a", "1");

        var pretty = await _server.GetAsync(ApiServer.Streams + "/a?pretty=true");

        Assert.Contains("\n  \"metadata\": {", pretty.Body, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals((await _server.GetAsync(ApiServer.Streams + "/a")).Json, pretty.Json));
    }

    [Fact]
    public async Task A_failure_that_nobody_expected_has_no_details()
    {
        await using var server = await ApiServer.StartAsync(configure: options => options.AddResource(new FailingResource()));

        var reply = await server.GetAsync("/apis/example.com/v1/failures/x");

        Assert.Equal((500, "InternalError"), (reply.Status, (string?)reply.Json["reason"]));
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
        Assert.Contains("/apis/example.com", await server.Log.WaitForAsync("secret"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiServer.Streams, "no-cache, private, no-store")]
    [InlineData(ApiServer.Streams + "/a", "no-cache, private, no-store")]
    [InlineData(ApiServer.Streams + "/none", "no-cache, private, no-store")]
    [InlineData("/api/v1/namespaces", "no-cache, private")]
    public async Task Answers_about_objects_are_not_kept_by_caches(string path, string expected)
    {
        await _server.CreateAsync("a");

        var reply = await _server.GetAsync(path);

        Assert.Equal(expected.Split(", ").Order(), reply.Headers.CacheControl!.ToString().Split(", ").Order());
    }

    [Fact]
    public async Task HEAD_is_not_a_method_of_resources()
    {
        var reply = await _server.SendAsync("HEAD", ApiServer.Streams);

        Assert.Equal((405, ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_504()
    {
        await using var server = await ApiServer.StartAsync(configure: options =>
        {
            options.RequestTimeout = TimeSpan.FromSeconds(1);
            options.AddResource(new FailingResource());
        });

        var reply = await server.GetAsync("/apis/example.com/v1/failures");

        Assert.Equal((504, "Timeout"), (reply.Status, (string?)reply.Json["reason"]));
    }

    [Fact]
    public async Task Signatures_are_added_to_and_removed_from_their_image()
    {
        var name = Image('a');
        await _server.Client.Images.CreateAsync(new Image { Metadata = new() { Name = name }, DockerImageReference = "quay.io/a/b@" + name });
        const string signatures = "/apis/image.openshift.io/v1/imagesignatures";
        var signature = $$"""{"apiVersion":"image.openshift.io/v1","kind":"ImageSignature","metadata":{"name":"{{name}}@mine"},"type":"atomic","content":"YQ=="}""";

        var created = await _server.SendAsync("POST", signatures, signature);
        var again = await _server.SendAsync("POST", signatures, signature);
        var image = (await _server.GetAsync("/apis/image.openshift.io/v1/images/" + name)).Json;
        var deleted = await _server.SendAsync("DELETE", $"{signatures}/{name}@mine");

        Assert.Equal((201, 409, 200), (created.Status, again.Status, deleted.Status));
        Assert.Equal($"{name}@mine", (string?)image["signatures"]!.AsArray().Single()!["metadata"]!["name"]);
        Assert.Null((await _server.GetAsync("/apis/image.openshift.io/v1/images/" + name)).Json["signatures"]);
    }

    private async Task AddLargeAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var stream = AnImageStream($"s{i}").Build();
            var annotations = ValueMap.Create<string>([new("a", new string('x', 20_000))]);
            await _server.AddAsync(stream with { Metadata = stream.Metadata with { Annotations = annotations } });
        }
    }

    private sealed class FailingResource : ServedResource
    {
        public override ResourceDefinition Definition { get; } = new()
        {
            Group = "example.com",
            Version = "v1",
            Plural = "failures",
            Singular = "failure",
            Kind = "Failure",
            IsNamespaced = false,
            Verbs = [ResourceVerbs.Get, ResourceVerbs.List],
        };

        public override ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("a secret");

        public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("unreachable");
        }
    }
}
