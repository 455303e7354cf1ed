using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Connections: what is repeated, and what callers are told when the server fails.</summary>
public sealed class ClusterConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Request_IsPostponed_IsRepeated(int code)
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        cluster.Cluster.Faults.FailNext(code == 429 ? ClusterFault.TooManyRequests() : ClusterFault.Unavailable(), times: 2);

        await Client(cluster).Streams.ListAsync("shop").WaitAsync(Patience);

        Assert.Equal([code, code, 200], cluster.Cluster.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task Request_IsPostponedTooOften_ToldAsTooManyRequests()
    {
        await using var cluster = await ConnectedCluster.StartAsync(limits: new ClusterConnectionOptions { MaxRetries = 0 });
        cluster.Cluster.Faults.FailNext(ClusterFault.TooManyRequests());

        var refused = await Assert.ThrowsAsync<ApiException>(() => Client(cluster).Streams.ListAsync("shop"));

        Assert.Equal((ApiFailure.TooManyRequests, 429), (refused.Reason, refused.Status.Code));
    }

    [Fact]
    public async Task Request_ConnectionBreaks_NamesTheServer()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        cluster.Cluster.Faults.FailNext(ClusterFault.Disconnect);

        var refused = await Assert.ThrowsAsync<ApiException>(() => Client(cluster).Streams.ListAsync("shop"));

        Assert.Equal(ApiFailure.ServiceUnavailable, refused.Reason);
        Assert.Contains(cluster.Connection.Address.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<HttpRequestException>(refused.InnerException);
    }

    [Fact]
    public async Task Request_IsLate_ToldAsTimeout()
    {
        var limits = new ClusterConnectionOptions { Timeout = TimeSpan.FromMilliseconds(100) };
        await using var cluster = await ConnectedCluster.StartAsync(limits: limits);
        cluster.Cluster.Faults.FailNext(ClusterFault.Slow(TimeSpan.FromMinutes(10)));

        var refused = await Assert.ThrowsAsync<ApiException>(() => Client(cluster).Streams.ListAsync("shop").WaitAsync(Patience));

        Assert.Equal(ApiFailure.Timeout, refused.Reason);
    }

    [Fact]
    public async Task Request_CallerCancels_IsCanceled()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        cluster.Cluster.Faults.FailNext(ClusterFault.Slow(TimeSpan.FromMinutes(10)));
        using var end = new CancellationTokenSource();
        var listing = Client(cluster).Streams.ListAsync("shop", cancellationToken: end.Token);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing.WaitAsync(Patience));
    }

    [Fact]
    public async Task Response_IsTooLarge_IsRefused()
    {
        var limits = new ClusterConnectionOptions { MaxResponseBytes = 100 };
        await using var cluster = await ConnectedCluster.StartAsync(limits: limits);

        var refused = await Assert.ThrowsAsync<ApiException>(() => Client(cluster).Streams.ListAsync("shop"));

        Assert.Contains("more than 100 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_IsNotThere_IsUnavailable()
    {
        var configuration = new KubernetesClientConfiguration { Host = "http://127.0.0.1:1" };
        using var connection = ClusterConnection.FromConfiguration(configuration);

        var refused = await Assert.ThrowsAsync<ApiException>(() => new KubernetesImageStreamClient(connection).Streams.ListAsync(null));

        Assert.Equal(ApiFailure.ServiceUnavailable, refused.Reason);
    }

    [Fact]
    public async Task Server_AnswersNoStatus_ToldWithItsText()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        using var connection = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration
        {
            Host = new Uri(cluster.Cluster.Address, "elsewhere").ToString(),
            SkipTlsVerify = true,
        });

        var refused = await Assert.ThrowsAsync<ApiException>(() => new KubernetesImageStreamClient(connection).Streams.ListAsync(null));

        Assert.Equal((ApiFailure.NotFound, 404), (refused.Reason, refused.Status.Code));
    }

    [Fact]
    public async Task Connection_OfAClientOfTheCaller_LeavesItOpen()
    {
        await using var cluster = await ConnectedCluster.StartAsync();
        using var mine = new k8s.Kubernetes(new KubernetesClientConfiguration { Host = cluster.Cluster.Address.ToString(), SkipTlsVerify = true });

        using (var connection = new ClusterConnection(mine))
        {
            Assert.Equal(cluster.Cluster.Address, connection.Address);
        }

        await mine.CoreV1.ListNamespaceAsync();
    }

    [Fact]
    public void Options_OutOfBounds_AreRefusedByName()
    {
        var refused = Assert.Throws<ArgumentException>(() => ClusterConnection.FromConfiguration(
            new KubernetesClientConfiguration { Host = "http://127.0.0.1:1" },
            new ClusterConnectionOptions { MaxRetries = -1, Timeout = TimeSpan.Zero }));

        Assert.Contains("MaxRetries is -1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Timeout is 00:00:00", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"a \\\"b\\\" c\"", "a \"b\" c")]
    [InlineData("bare", "bare")]
    public void Warning_Unquote_GivesTheText(string header, string text) => Assert.Equal(text, WarningText.Unquote(header));

    private static KubernetesImageStreamClient Client(ConnectedCluster cluster) => new(cluster.Connection);
}
