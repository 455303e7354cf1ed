using System.Text;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Objects that come as protobuf, as current clients send the kinds of Kubernetes that they create without a file.</summary>
public sealed class ApiProtobufTests
{
    private const string Namespaces = "/api/v1/namespaces";
    private const string Protobuf = "application/vnd.kubernetes.protobuf";

    [Fact]
    public async Task Namespace_IsCreated_WithItsLabels()
    {
        await using var server = await ApiServer.StartAsync();
        var labels = Message((11, Message((1, "team"), (2, "a"))), (11, Message((1, "empty"), (2, ""))));
        byte[] metadata = [.. Message((1, "shop"), (2, "")), .. labels];

        var reply = await PostAsync(server, Namespaces, "Namespace", Message((1, metadata), (2, ""), (3, Message((1, "")))));

        Assert.Equal((201, "application/json"), (reply.Status, reply.ContentType));
        Assert.Equal(
            """{"empty":"","kubernetes.io/metadata.name":"shop","team":"a"}""", reply.Json["metadata"]!["labels"]!.ToJsonString());
    }

    [Fact]
    public async Task Quota_HasItsQuantities()
    {
        await using var server = await ApiServer.StartAsync();
        var hard = Message((1, "openshift.io/imagestreams"), (2, Message((1, "5"))));

        var reply = await PostAsync(
            server, Namespaces + "/shop/resourcequotas", "ResourceQuota", Message((1, Message((1, "q"))), (2, Message((1, hard)))));

        Assert.Equal("""{"hard":{"openshift.io/imagestreams":"5"}}""", reply.Json["spec"]!.ToJsonString());
    }

    [Fact]
    public async Task DeleteOptions_AreHeeded()
    {
        await using var server = await ApiServer.StartAsync();
        await server.CreateAsync("app");
        var preconditions = Message((2, Message((1, "another"))));

        var reply = await SendAsync(server, HttpMethod.Delete, ApiServer.Streams + "/app", "DeleteOptions", preconditions);

        Assert.Equal(409, reply.Status);
        Assert.Equal(200, (await SendAsync(server, HttpMethod.Delete, ApiServer.Streams + "/app", "DeleteOptions", [])).Status);
    }

    [Theory]
    [InlineData("ImageStream")]
    [InlineData("ObjectMeta")]
    [InlineData("")]
    public async Task OtherKinds_AreNotRead(string kind)
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await PostAsync(server, ApiServer.Streams, kind, Message((1, Message((1, "app")))));

        Assert.Equal(415, reply.Status);
        Assert.Contains("send application/json or application/yaml", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("k8s\0\n")]
    public async Task BrokenBodies_AreRefused(string body)
    {
        await using var server = await ApiServer.StartAsync();

        Assert.Equal(400, (await server.SendAsync("POST", Namespaces, body, Protobuf)).Status);
    }

    private static Task<ApiReply> PostAsync(ApiServer server, string path, string kind, byte[] message) =>
        SendAsync(server, HttpMethod.Post, path, kind, message);

    private static Task<ApiReply> SendAsync(ApiServer server, HttpMethod method, string path, string kind, byte[] message)
    {
        byte[] body = [.. "k8s\0"u8, .. Message((1, Message((1, "v1"), (2, kind))), (2, message))];
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", Protobuf);
        return ApiReply.ReadAsync(server.Http, request);
    }

    private static byte[] Message(params (int Number, ProtobufContent Content)[] fields) =>
        [.. fields.SelectMany(static field => (byte[])[(byte)((field.Number << 3) | 2), (byte)field.Content.Bytes.Length, .. field.Content.Bytes])];

    private readonly record struct ProtobufContent(byte[] Bytes)
    {
        public static implicit operator ProtobufContent(string text) => new(Encoding.UTF8.GetBytes(text));

        public static implicit operator ProtobufContent(byte[] bytes) => new(bytes);
    }
}
