using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

public sealed class AccessTests : IAsyncLifetime
{
    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        _policy.Set(new RbacBinding { Name = "dev", Namespace = "shop", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
        _server = await AccessServer.StartAsync(_policy);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("developer", ApiServer.Streams, 200, "")]
    [InlineData("system:admin", "/apis/image.openshift.io/v1/imagestreams", 200, "")]
    [InlineData("developer", ApiServer.Streams + "/x", 404, "imagestreams.image.openshift.io \"x\" not found")]
    [InlineData(
        "nobody",
        ApiServer.Streams + "/x",
        403,
        "imagestreams.image.openshift.io \"x\" is forbidden: User \"nobody\" cannot get resource \"imagestreams\" in API group "
        + "\"image.openshift.io\" in the namespace \"shop\"")]
    [InlineData(
        "developer",
        "/apis/image.openshift.io/v1/imagestreams",
        403,
        "imagestreams.image.openshift.io is forbidden: User \"developer\" cannot list resource \"imagestreams\" in API group "
        + "\"image.openshift.io\" at the cluster scope")]
    [InlineData(
        null,
        ApiServer.Streams,
        403,
        "imagestreams.image.openshift.io is forbidden: User \"system:anonymous\" cannot list resource \"imagestreams\" in API group "
        + "\"image.openshift.io\" in the namespace \"shop\"")]
    [InlineData("somebody else", ApiServer.Streams, 401, "Unauthorized")]
    public async Task Get_AsUser_AnswersByRights(string? user, string path, int status, string message)
    {
        var reply = await _server.SendAsUserAsync(user, "GET", path);

        Assert.Equal(status, reply.Status);
        Assert.Equal(message, reply.Message);
    }

    [Fact]
    public async Task Forbidden_Details_NameTheResource()
    {
        var reply = await _server.SendAsUserAsync("nobody", "GET", ApiServer.Streams + "/x");

        Assert.Equal("""{"name":"x","group":"image.openshift.io","kind":"imagestreams"}""", reply.Json["details"]!.ToJsonString());
    }

    [Fact]
    public async Task Binding_TakenAway_NoLongerCounts()
    {
        _policy.RemoveBinding("shop", "dev");

        Assert.Equal(403, (await _server.SendAsUserAsync("developer", "GET", ApiServer.Streams)).Status);
    }
}
