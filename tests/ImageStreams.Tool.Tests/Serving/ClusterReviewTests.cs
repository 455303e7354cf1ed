using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using ImageStreams.Tool;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Tool;

/// <summary>The cluster decides whose tokens are, and who may do what; nothing is let in when it does not answer.</summary>
public sealed class ClusterReviewTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Access_OfTheCluster_CountsForTenSeconds()
    {
        await using var shop = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        var reviews = new ClusterReviews(connection, _time);

        Assert.True((await reviews.AuthorizeAsync(CreateAccess("alice"))).Allowed);
        var denied = await reviews.AuthorizeAsync(CreateAccess("bob"));
        Assert.False(denied.Allowed);
        await reviews.AuthorizeAsync(CreateAccess("alice"));
        await reviews.AuthorizeAsync(CreateAccess("bob"));
        Assert.Equal(2, CountReviews(shop));
        _time.Advance(ReviewCache<string, string>.Lifetime);
        await reviews.AuthorizeAsync(CreateAccess("alice"));
        await reviews.AuthorizeAsync(CreateAccess("bob"));

        Assert.Equal(4, CountReviews(shop));
    }

    [Fact]
    public async Task Access_OfAdministrators_NeedsNoReview()
    {
        await using var shop = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        var access = CreateAccess("root") with { User = new ApiUser { Name = "root", Groups = ["system:masters"] } };

        Assert.True((await new ClusterReviews(connection, _time).AuthorizeAsync(access)).Allowed);
        Assert.Equal(0, CountReviews(shop));
    }

    [Fact]
    public async Task Access_WithoutADecision_IsAnErrorThatIsNotRemembered()
    {
        await using var shop = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        var reviews = new ClusterReviews(connection, _time);
        shop.Cluster.Faults.FailNext(ClusterFault.Conflict, IsReview);

        var failure = await Assert.ThrowsAsync<ApiException>(async () => await reviews.AuthorizeAsync(CreateAccess("alice")));

        Assert.Equal(500, failure.Status.Code);
        Assert.Contains("SubjectAccessReview failed", failure.Message, StringComparison.Ordinal);
        Assert.True((await reviews.AuthorizeAsync(CreateAccess("alice"))).Allowed);
    }

    [Fact]
    public async Task Access_WithoutAnAnswer_FailsAfterTenSeconds()
    {
        await using var shop = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        using var _ = shop.Cluster.Faults.FailUntilDisposed(ClusterFault.Slow(TimeSpan.FromDays(1)), IsReview);

        var review = new ClusterReviews(connection, _time).AuthorizeAsync(CreateAccess("alice")).AsTask();
        _time.Advance(ReviewCalls.Patience);
        var failure = await Assert.ThrowsAsync<ApiException>(() => review);

        Assert.Equal(500, failure.Status.Code);
        Assert.Contains("does not answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OfTheCluster_CountsForTenSeconds()
    {
        await using var shop = await StartAsync();
        using var connection = ClusterConnection.FromKubeconfig(shop.Kubeconfig);
        var tokens = new ClusterTokens(connection, _time);

        var alice = await tokens.ReviewAsync("token-of-alice");
        Assert.Equal("alice", alice!.Name);
        Assert.Contains("system:authenticated", alice.Groups);
        Assert.Null(await tokens.ReviewAsync("another"));
        await tokens.ReviewAsync("token-of-alice");
        await tokens.ReviewAsync("another");
        Assert.Equal(2, CountReviews(shop));
        _time.Advance(ReviewCache<string, string>.Lifetime);
        await tokens.ReviewAsync("token-of-alice");

        Assert.Equal(3, CountReviews(shop));
    }

    private static int CountReviews(ShopCluster shop) => shop.Cluster.Requests.Count(IsReview);

    private static bool IsReview(ClusterRequest request) => request.Path.EndsWith("reviews", StringComparison.Ordinal);

    private static ApiAccess CreateAccess(string user) => new()
    {
        User = new ApiUser { Name = user, Groups = ["system:authenticated"] },
        Verb = "list",
        Group = "image.openshift.io",
        Version = "v1",
        Resource = "imagestreams",
        Namespace = "shop",
    };

    private static Task<ShopCluster> StartAsync() => ShopCluster.StartAsync(static options => options.ConfigureApi = static api =>
    {
        api.Access.Authorization = ApiAuthorization.Rbac;
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "admin", Groups = { "system:masters" } });
        api.Access.Tokens.Add(new ApiTokenOptions { Token = "token-of-alice", User = "alice" });
        api.Access.RoleBindings.Add(new RoleBindingOptions { Role = "view", Namespace = "shop", Users = { "alice" } });
    });
}
