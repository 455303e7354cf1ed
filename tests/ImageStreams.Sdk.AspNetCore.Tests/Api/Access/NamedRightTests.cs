using ImageStreams.AspNetCore;
using ImageStreams.Collections;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Rights to single names, verbs and namespaces do not give more.</summary>
public sealed class NamedRightTests : IAsyncLifetime
{
    private const string Roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/roles";

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        Give("image.openshift.io", "imagestreams", ["list"], ["app"]);
        Give("rbac.authorization.k8s.io", "roles", ["list", "deletecollection"], []);
        _server = await AccessServer.StartAsync(_policy, options => options.AnswersEveryPath = true);
        await _server.AddAsync(AnImageStream("app").Build());
        await _server.AddAsync(AnImageStream("secret").Build());
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("fieldSelector=metadata.name%3Dapp", 200)]
    [InlineData("fieldSelector=metadata.name%3D%3Dapp,metadata.name!%3Dother", 200)]
    [InlineData("fieldSelector=metadata.name%3Dsecret", 403)]
    [InlineData("fieldSelector=metadata.name!%3Dapp", 403)]
    [InlineData("fieldSelector=&fieldSelector=metadata.name%3Dapp", 403)]
    [InlineData("fieldSelector=metadata.namespace!%3Db%5C,metadata.name%3Dapp", 403)]
    [InlineData("fieldSelector=metadata.name%3Dapp&watch=f", 403)]
    [InlineData("", 403)]
    public async Task List_ByName_ShowsThatNameOnly(string query, int status)
    {
        var reply = await _server.SendAsUserAsync("nobody", "GET", $"{ApiServer.Streams}?{query}");

        Assert.Equal(status, reply.Status);
        Assert.DoesNotContain("secret\",\"namespace", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/apis/image.openshift.io/v1/watch/namespaces/shop/imagestreams/app", 403)]
    [InlineData("DELETE", "/apis/image.openshift.io/v1/watch/namespaces/shop/imagestreams/app", 403)]
    [InlineData("GET", "/apis/image.openshift.io/v1//namespaces/shop/imagestreams", 403)]
    [InlineData("GET", "/APIS/image.openshift.io/v1/namespaces/shop/imagestreams", 403)]
    [InlineData("GET", "/apis/image.openshift.io/v1/imagestreams?fieldSelector=metadata.name%3Dapp", 403)]
    public async Task Paths_WithDetours_GiveNothing(string method, string path, int status) =>
        Assert.Equal(status, (await _server.SendAsUserAsync("nobody", method, path)).Status);

    [Fact]
    public async Task Path_WithoutNamespace_IsMissing() => Assert.Equal(
        404, (await _server.SendAsUserAsync("system:admin", "GET", "/apis/image.openshift.io/v1/namespaces//imagestreams")).Status);

    [Fact]
    public async Task OtherPaths_AreForbidden_OrMissing()
    {
        var forbidden = await _server.SendAsUserAsync("nobody", "GET", "/nosuch");

        Assert.Equal(403, forbidden.Status);
        Assert.Equal("forbidden: User \"nobody\" cannot get path \"/nosuch\"", forbidden.Message);
        Assert.Equal(404, (await _server.SendAsUserAsync("system:admin", "GET", "/nosuch")).Status);
    }

    [Fact]
    public async Task Roles_AreSelectedByNameAndLabels()
    {
        _policy.Set(new RbacRole { Name = "other", Namespace = "shop" });
        var one = await _server.SendAsUserAsync("nobody", "GET", $"{Roles}?fieldSelector=metadata.name%3Dother");

        Assert.Equal(["other"], one.Json["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
        Assert.Equal(200, (await _server.SendAsUserAsync("nobody", "DELETE", $"{Roles}?labelSelector=a%3Db")).Status);
        Assert.NotNull(_policy.FindRole("shop", "other"));

        Assert.Equal(200, (await _server.SendAsUserAsync("nobody", "DELETE", $"{Roles}?fieldSelector=metadata.name%3Dother")).Status);
        Assert.Null(_policy.FindRole("shop", "other"));
        Assert.NotNull(_policy.FindRole("shop", "imagestreams"));
    }

    private void Give(string group, string resource, ValueList<string> verbs, ValueList<string> names)
    {
        var rule = new RbacRule { ApiGroups = [group], Resources = [resource], Verbs = verbs, ResourceNames = names };
        _policy.Set(new RbacRole { Name = resource, Namespace = "shop", Rules = [rule] });
        _policy.Set(new RbacBinding
        {
            Name = resource, Namespace = "shop", Role = resource, IsNamespacedRole = true, Subjects = [RbacSubject.CreateUser("nobody")],
        });
    }
}
