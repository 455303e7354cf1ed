using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ApiYamlTests : IAsyncLifetime
{
    private const string Yaml = "application/yaml";

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_stream_is_created_from_YAML()
    {
        const string stream = """
            apiVersion: image.openshift.io/v1
            kind: ImageStream
            metadata:
              name: a
              labels: {port: "80", yes: "no"}
            spec:
              tags:
              - name: "1"
                from: {kind: DockerImage, name: quay.io/app/web:1}
            """;

        var reply = await _server.SendAsync("POST", ApiServer.Streams, stream, Yaml);

        Assert.Equal(201, reply.Status);
        Assert.Equal("80", (string?)reply.Json["metadata"]!["labels"]!["port"]);
        Assert.Equal("1", (string?)reply.Json["spec"]!["tags"]![0]!["name"]);
    }

    [Fact]
    public async Task What_is_read_as_YAML_is_the_same_as_the_JSON()
    {
        await _server.CreateAsync("a", "1");

        var yaml = await _server.GetAsync(ApiServer.Streams, Yaml);

        Assert.Equal(Yaml, yaml.ContentType);
        var json = (await _server.GetAsync(ApiServer.Streams)).Json;
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(ToJson(yaml.Body))), yaml.Body);
    }

    [Theory]
    [InlineData("a: 1\nb: [true, no, ~, 1.5, 0x10, 010, x]\n", "{\"a\":1,\"b\":[true,false,null,1.5,16,8,\"x\"]}")]
    [InlineData("a: '1'\nb: \"true\"\nc: !!str 5\n", "{\"a\":\"1\",\"b\":\"true\",\"c\":\"5\"}")]
    [InlineData("a: &x {b: 1}\nc: *x\n", "{\"a\":{\"b\":1},\"c\":{\"b\":1}}")]
    [InlineData("a: 1\n---\nb: 2\n", "{\"a\":1}")]
    [InlineData("", "null")]
    [InlineData("yes: 1\nn: 2\n010: 3\n'on': 4\n", "{\"true\":1,\"false\":2,\"8\":3,\"on\":4}")]
    [InlineData("a: 2020-01-01\n", "{\"a\":\"2020-01-01\"}")]
    public void Scalars_are_those_of_YAML_1_1(string yaml, string json) => Assert.Equal(json, ToJson(yaml));

    [Theory]
    [InlineData(":\n -:")]
    [InlineData("a: *nosuch")]
    [InlineData("? [a]\n: 1")]
    [InlineData("a: [")]
    public void What_is_no_YAML_is_400(string yaml)
    {
        var refused = Assert.Throws<ApiException>(() => ToJson(yaml));

        Assert.Equal(400, refused.Status.Code);
    }

    [Fact]
    public void Aliases_cannot_make_a_small_text_large()
    {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append($"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1}]\n");
        }

        Assert.Throws<ApiException>(() => ToJson(text.ToString()));
    }

    [Theory]
    [InlineData(2, 300)]
    [InlineData(28, 500)]
    public void Aliases_cannot_make_a_flat_text_deep(int count, int depth)
    {
        var (open, close) = (new string('[', depth), new string(']', depth));
        var text = new StringBuilder($"a0: &a0 {open}{close}\n");
        for (var i = 1; i < count; i++)
        {
            text.Append($"a{i}: &a{i} {open}*a{i - 1}{close}\n");
        }

        var refused = Assert.Throws<ApiException>(() => ToJson(text.ToString()));

        Assert.Contains("nested deeper than 512 levels", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"😀 \\\"x\\\" \\\\ é\"", "\\U0001F600 \\\"x\\\" \\\\ é")]
    [InlineData("\"a\\u0000b\\u007f\\u2028c\\ufeff\\nd\\te\\r\"", "\\0b\\x7F\\Lc\\uFEFF\\nd\\te\\r")]
    [InlineData("\"no\"", "\"no\"")]
    public void Texts_are_read_as_they_are_written(string json, string part)
    {
        var yaml = Encoding.UTF8.GetString(YamlText.FromJson(Encoding.UTF8.GetBytes(json)).Span);

        Assert.Contains(part, yaml, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(ToJson(yaml))), yaml);
    }

    [Fact]
    public void Deep_nesting_is_400() => Assert.Throws<ApiException>(() => ToJson(new string('[', 2000)));

    [Fact]
    public void The_last_of_two_equal_keys_counts_and_is_warned_of()
    {
        List<string> warnings = [];

        var json = ToJson("b:\n  a: 1\n  a: 2\n", new WriteOptions { OnWarning = warnings.Add });

        Assert.Equal("{\"b\":{\"a\":2}}", json);
        Assert.Equal(["line 3: key \"a\" already set in map"], warnings);
    }

    private static string ToJson(string yaml, WriteOptions? options = null) =>
        Encoding.UTF8.GetString(YamlBody.ToJson(Encoding.UTF8.GetBytes(yaml), options ?? new WriteOptions()).Span);
}
