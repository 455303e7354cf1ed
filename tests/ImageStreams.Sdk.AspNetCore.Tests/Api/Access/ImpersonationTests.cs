using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

public sealed class ImpersonationTests : IAsyncLifetime
{
    private const string User = "Impersonate-User";

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        _policy.Set(new RbacBinding { Name = "dev", Namespace = "shop", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
        _server = await AccessServer.StartAsync(_policy);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Admin_HasTheRightsOfTheOther()
    {
        Assert.Equal(200, (await GetAsync("system:admin", (User, "developer"))).Status);
        Assert.Equal(403, (await GetAsync("system:admin", (User, "nobody"))).Status);
        Assert.Equal(200, (await GetAsync("system:admin", (User, "x"), ("Impersonate-Group", "system:masters"))).Status);
    }

    [Fact]
    public async Task EmptyUser_IsNobodyElse() => Assert.Equal(200, (await GetAsync("developer", (User, ""))).Status);

    [Fact]
    public async Task GroupWithoutUser_Is400() =>
        Assert.Equal(400, (await GetAsync("developer", ("Impersonate-Group", "system:masters"))).Status);

    [Fact]
    public async Task WithoutRight_FirstModeIsTold()
    {
        var reply = await GetAsync("developer", (User, "viewer"));

        Assert.Equal(
            "imagestreams.image.openshift.io is forbidden: User \"developer\" cannot impersonate-on:user-info:list resource "
            + "\"imagestreams\" in API group \"image.openshift.io\" in the namespace \"shop\"",
            reply.Message);
    }

    [Fact]
    public async Task AfterOldRightWasUsed_ItsDenialIsTold()
    {
        var account = await GetAsync("developer", (User, "system:serviceaccount:shop:default"));
        var reply = await GetAsync("developer", (User, "viewer"));

        Assert.Contains("User \"system:serviceaccount:shop:default\" cannot list", account.Message, StringComparison.Ordinal);
        Assert.Equal(
            "users \"viewer\" is forbidden: User \"developer\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope",
            reply.Message);
    }

    [Fact]
    public async Task ConstrainedRight_NeedsBothRules()
    {
        Bind("who", new RbacRule { ApiGroups = ["authentication.k8s.io"], Resources = ["users"], Verbs = ["impersonate:user-info"] });
        Assert.Equal(403, (await GetAsync("nobody", (User, "developer"))).Status);

        Bind("what", new RbacRule { ApiGroups = ["image.openshift.io"], Resources = ["imagestreams"], Verbs = ["impersonate-on:user-info:list"] });
        Assert.Equal(200, (await GetAsync("nobody", (User, "developer"))).Status);
        Assert.Equal(403, (await GetAsync("nobody", (User, "developer"), ("Impersonate-Group", "system:masters"))).Status);
    }

    private Task<ApiReply> GetAsync(string user, params (string Name, string Value)[] headers) =>
        _server.SendAsUserAsync(user, "GET", ApiServer.Streams, headers);

    private void Bind(string name, RbacRule rule)
    {
        _policy.Set(new RbacRole { Name = name, Rules = [rule] });
        _policy.Set(new RbacBinding { Name = name, Role = name, Subjects = [RbacSubject.CreateUser("nobody")] });
    }
}
