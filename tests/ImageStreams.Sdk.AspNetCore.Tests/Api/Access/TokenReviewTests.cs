using System.Text;
using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Whose a token is.</summary>
public sealed class TokenReviewTests
{
    private const string Path = "/apis/authentication.k8s.io/v1/tokenreviews";

    [Fact]
    public async Task Token_OfAUser_IsTheirs()
    {
        await using var server = await AccessServer.StartAsync(RbacPolicy.CreateDefault());

        var reply = await PostAsync(server, "system:admin", """{"token":"developer","audiences":["api"]}""");

        Assert.Equal(201, reply.Status);
        Assert.Equal(
            """{"authenticated":true,"user":{"username":"developer","groups":["devs","system:authenticated"]}}""",
            reply.Json["status"]!.ToJsonString());
    }

    [Theory]
    [InlineData("nosuch")]
    [InlineData("developer x")]
    [InlineData("a\\nb")]
    public async Task Token_OfNobody_IsNotAuthenticated(string token)
    {
        await using var server = await AccessServer.StartAsync(RbacPolicy.CreateDefault());

        var reply = await PostAsync(server, "system:admin", $$"""{"token":"{{token}}"}""");

        Assert.Equal("""{"user":{},"error":"invalid bearer token"}""", reply.Json["status"]!.ToJsonString());
    }

    [Fact]
    public async Task Review_NeedsTheRight()
    {
        var policy = RbacPolicy.CreateDefault();
        policy.Set(new RbacBinding { Name = "d", Role = "system:auth-delegator", Subjects = [RbacSubject.CreateUser("viewer")] });
        await using var server = await AccessServer.StartAsync(policy);

        Assert.Equal(201, (await PostAsync(server, "viewer", """{"token":"developer"}""")).Status);
        Assert.Equal(403, (await PostAsync(server, "developer", """{"token":"developer"}""")).Status);
        Assert.Equal(400, (await PostAsync(server, "viewer", "{}")).Status);
        Assert.Equal(400, (await PostAsync(server, "viewer", """{"token":1}""")).Status);
    }

    [Fact]
    public async Task WithoutLogin_NoTokenIsAnybodys()
    {
        await using var server = await ApiServer.StartAsync();

        var reply = await server.SendAsync("POST", Path, Create("""{"token":"developer"}"""));

        Assert.Null(reply.Json["status"]!["authenticated"]);
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("bob", false)]
    public async Task Token_OfTheDefaultSchemeOfAspNetCore_IsTheirs(string token, bool isKnown)
    {
        await using var server = await AccessServer.StartAsync(
            RbacPolicy.CreateDefault(),
            static options => options.Access.AspNetCore.Enabled = true,
            register: static services => services.AddLogging().AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, AliceHandler>("test", null));

        var reply = await PostAsync(server, "system:admin", $$"""{"token":"{{token}}"}""");

        Assert.Equal(isKnown ? "alice" : null, (string?)reply.Json["status"]!["user"]!["username"]);
    }

    [Fact]
    public async Task Protobuf_IsReadToo()
    {
        await using var server = await AccessServer.StartAsync(RbacPolicy.CreateDefault());
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(CreateProtobuf("developer")) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system:admin");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.kubernetes.protobuf");

        var reply = await ApiReply.ReadAsync(server.Http, request);

        Assert.Equal("developer", (string?)reply.Json["status"]!["user"]!["username"]);
    }

    private static byte[] CreateProtobuf(string token) =>
    [
        .. "k8s\0"u8,
        .. Field(1, [.. Field(1, "authentication.k8s.io/v1"u8.ToArray()), .. Field(2, "TokenReview"u8.ToArray())]),
        .. Field(2, Field(2, Field(1, Encoding.UTF8.GetBytes(token)))),
    ];

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];

    private static string Create(string spec) => $$"""{"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview","spec":{{spec}}}""";

    private static Task<ApiReply> PostAsync(ApiServer server, string user, string spec)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(Create(spec), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        return ApiReply.ReadAsync(server.Http, request);
    }
}
