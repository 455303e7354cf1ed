using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

public sealed class CreateRightTests : IAsyncLifetime
{
    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        var rule = new RbacRule { ApiGroups = ["image.openshift.io"], Resources = ["imagestreams"], Verbs = ["patch"] };
        _policy.Set(new RbacRole { Name = "patcher", Rules = [rule] });
        _policy.Set(new RbacBinding { Name = "p", Namespace = "shop", Role = "patcher", Subjects = [RbacSubject.CreateUser("nobody")] });
        _policy.Set(new RbacBinding { Name = "e", Namespace = "shop", Role = "edit", Subjects = [RbacSubject.CreateUser("developer")] });
        _server = await AccessServer.StartAsync(_policy);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Apply_OfWhatIsMissing_NeedsTheRightToCreate()
    {
        var refused = await ApplyAsync("nobody");
        var created = await ApplyAsync("developer");
        var changed = await ApplyAsync("nobody");

        Assert.Equal([403, 201, 200], [refused.Status, created.Status, changed.Status]);
        Assert.Equal(
            "imagestreams.image.openshift.io \"app\" is forbidden: User \"nobody\" cannot create resource \"imagestreams\" in API group "
            + "\"image.openshift.io\" in the namespace \"shop\"",
            refused.Message);
    }

    [Fact]
    public async Task Requests_AreReviewedByTheirOwnAuthorizer()
    {
        var link = new ApiEngineLink(null, null, null, TimeProvider.System, CancellationToken.None);
        var access = new ApiAccess { User = ApiUser.Admin with { Name = "a", Groups = [] }, Verb = "get", Resource = "imagestreams" };
        Assert.True((await link.AuthorizeAsync(access)).Allowed);

        ImageApiUsers.Begin(new RbacAuthorizer(_policy));

        Assert.False((await link.AuthorizeAsync(access)).Allowed);
    }

    private Task<ApiReply> ApplyAsync(string user)
    {
        const string body = """{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"app"}}""";
        var request = new HttpRequestMessage(HttpMethod.Patch, $"{ApiServer.Streams}/app?fieldManager={user}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/apply-patch+yaml"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        return ApiReply.ReadAsync(_server.Http, request);
    }
}
