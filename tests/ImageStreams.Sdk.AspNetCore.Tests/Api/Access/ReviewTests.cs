using System.Text;
using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ReviewTests : IAsyncLifetime
{
    private const string Access = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private const string Subject = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private const string Question =
        """{"namespace":"shop","verb":"create","group":"image.openshift.io","resource":"imagestreamimports"}""";

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        _policy.Set(new RbacBinding { Name = "dev", Namespace = "shop", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
        _server = await AccessServer.StartAsync(_policy);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Access_ByRole_NamesTheBinding()
    {
        var reply = await PostAsync("developer", Access, CreateReview($$"""{"resourceAttributes":{{Question}}}"""));

        Assert.Equal(201, reply.Status);
        Assert.Equal(Question, reply.Json["spec"]!["resourceAttributes"]!.ToJsonString());
        Assert.Equal(
            """{"allowed":true,"reason":"RBAC: allowed by RoleBinding \u0022dev/shop\u0022 of ClusterRole \u0022admin\u0022 to User \u0022developer\u0022"}""",
            reply.Json["status"]!.ToJsonString());
    }

    [Fact]
    public async Task Access_ShowsTheOwnerOfTheQuestion()
    {
        var reply = await PostAsync("developer", Access + "?fieldManager=asker", CreateReview($$"""{"resourceAttributes":{{Question}}}"""));

        var owner = Assert.Single(reply.Json["metadata"]!["managedFields"]!.AsArray())!;
        Assert.Equal(("asker", "Update"), ((string?)owner["manager"], (string?)owner["operation"]));
        Assert.Equal(
            """{"f:spec":{"f:resourceAttributes":{".":{},"f:group":{},"f:namespace":{},"f:resource":{},"f:verb":{}}}}""",
            owner["fieldsV1"]!.ToJsonString());
    }

    [Fact]
    public async Task Access_WithoutRight_IsNotAllowedWithoutReason()
    {
        var reply = await PostAsync("nobody", Access, CreateReview($$"""{"resourceAttributes":{{Question}}}"""));

        Assert.Equal("""{"allowed":false}""", reply.Json["status"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", 422)]
    [InlineData("""{"resourceAttributes":{},"nonResourceAttributes":{}}""", 422)]
    [InlineData("""{"resourceAttributes":[]}""", 400)]
    public async Task Access_WithoutOneQuestion_IsRefused(string spec, int status) =>
        Assert.Equal(status, (await PostAsync("developer", Access, CreateReview(spec))).Status);

    [Fact]
    public async Task Anonymous_MayNotReview() =>
        Assert.Equal(403, (await PostAsync(null, Access, CreateReview($$"""{"resourceAttributes":{{Question}}}"""))).Status);

    [Fact]
    public async Task Subject_HasNameAndGroups()
    {
        var reply = await PostAsync("developer", Subject, """{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1"}"""u8.ToArray());

        Assert.Equal(
            """{"username":"developer","groups":["devs","system:authenticated"]}""", reply.Json["status"]!["userInfo"]!.ToJsonString());
    }

    [Fact]
    public async Task Protobuf_IsRead()
    {
        var attributes = Message((1, "shop"), (2, "create"), (3, "image.openshift.io"), (5, "imagestreamimports"));
        var review = Message((1, []), (2, Message((1, attributes))), (3, []));
        var envelope = Message((1, Message((1, "authorization.k8s.io/v1"), (2, "SelfSubjectAccessReview"))), (2, review), (3, []), (4, []));

        var reply = await PostAsync("developer", Access, [.. "k8s\0"u8, .. envelope], "application/vnd.kubernetes.protobuf");

        Assert.Equal(201, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        Assert.True((bool?)reply.Json["status"]!["allowed"]);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x6b, 0x38, 0x73, 0, 0x0a, 0xff })]
    [InlineData(new byte[] { 0x6b, 0x38, 0x73, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff })]
    public async Task Protobuf_Broken_Is400(byte[] body) =>
        Assert.Equal(400, (await PostAsync("developer", Access, body, "application/vnd.kubernetes.protobuf")).Status);

    [Theory]
    [InlineData("{\"kind\":\"SelfSubjectReview\",\"kind\":\"SelfSubjectReview\",\"apiVersion\":\"authentication.k8s.io/v1\"}")]
    [InlineData("{\"kind\":\"\\ud800\",\"apiVersion\":\"authentication.k8s.io/v1\"}")]
    [InlineData("{\"kind\":\"SelfSubjectReview\",\"apiVersion\":\"authentication.k8s.io/v1\",\"\\udfff\":{}}")]
    [InlineData("[[[[]]]]")]
    [InlineData("null")]
    public async Task Json_Broken_Is400(string body) =>
        Assert.Equal(400, (await PostAsync("developer", Subject, Encoding.UTF8.GetBytes(body))).Status);

    [Fact]
    public async Task Json_WithBytesThatAreNoText_Is400() => Assert.Equal(
        400, (await PostAsync("developer", Subject, [.. "{\"kind\":\""u8, 0xff, 0xfe, .. "\"}"u8])).Status);

    [Fact]
    public async Task Protobuf_OfSomebodyUnknown_IsNotRead() =>
        Assert.Equal(403, (await PostAsync(null, Access, [1, 2, 3], "application/vnd.kubernetes.protobuf")).Status);

    private Task<ApiReply> PostAsync(string? user, string path, byte[] body, string contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.kubernetes.protobuf,application/json");
        if (user is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        }

        return ApiReply.ReadAsync(_server.Http, request);
    }

    private static byte[] CreateReview(string spec) => Encoding.UTF8.GetBytes(
        $$"""{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{{spec}}}""");

    private static byte[] Message(params (int Field, string Text)[] fields) =>
        Message([.. fields.Select(field => (field.Field, Encoding.UTF8.GetBytes(field.Text)))]);

    private static byte[] Message(params (int Field, byte[] Content)[] fields) =>
        [.. fields.SelectMany(field => new[] { (byte)((field.Field << 3) | 2), (byte)field.Content.Length }.Concat(field.Content))];
}
