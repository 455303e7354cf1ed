using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Rights that are withdrawn while objects are watched.</summary>
public sealed class WithdrawnRightsTests : IAsyncLifetime
{
    private readonly LogLines<KubernetesCredentialSource> _log = new(LogLevel.Trace);
    private ConnectedCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ConnectedCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Theory]
    [InlineData(403, "Forbidden")]
    [InlineData(401, "Unauthorized")]
    public async Task Find_SecretsMayNoLongerBeRead_AreDroppedAndReadAgainWhenTheyMay(int code, string reason)
    {
        await _cluster.Client.CreateAsync("shop", "pull", "quay.io", "password");
        await using var source = CreateSource(TimeSpan.FromMilliseconds(1));
        Assert.Equal("password", await FindAsync(source));

        using (Withdraw(code, reason, "secrets"))
        {
            await CutUntilAsync(() => source.Watches.All(static watch => watch.Status is { RefusedSince: not null, Objects: 0 }));
            await Patience.UntilAsync(async () => await FindAsync(source) is null);
        }

        await Patience.UntilAsync(async () => await FindAsync(source) == "password");
        Assert.Single(_log.Lines, static line => line.Contains("are dropped", StringComparison.Ordinal));
        Assert.Equal(2, _log.Lines.Count(static line => line.StartsWith("Warning", StringComparison.Ordinal) && !line.Contains("are dropped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Find_RightIsMissingForAMoment_KeepsTheSecrets()
    {
        await _cluster.Client.CreateAsync("shop", "pull", "quay.io", "password");
        await using var source = CreateSource(TimeSpan.FromHours(1));
        Assert.Equal("password", await FindAsync(source));

        using (Withdraw(403, "Forbidden", "secrets"))
        {
            await CutUntilAsync(() => source.Watches.All(static watch => watch.Status.Failures > 1));
            Assert.Equal("password", await FindAsync(source));
        }

        await Patience.UntilAsync(() => source.Watches.All(static watch => watch.Status is { Failures: 0, RefusedSince: null }));
        Assert.Equal("password", await FindAsync(source));
    }

    [Fact]
    public async Task Watch_WorkloadsMayNoLongerBeRead_StayAndTheStatusSaysSo()
    {
        using var json = new ClusterJson(_cluster.Cluster);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        using var end = new CancellationTokenSource();
        var source = new KubernetesTriggerSource(_cluster.Connection, new KubernetesControllerOptions { TakesOver = true });
        var controller = new List<TriggerSourceEvent>();
        var reading = ReadAsync(source, controller, end.Token);
        await Patience.UntilAsync(() => Count(controller) > 0);

        using (Withdraw(403, "Forbidden", "deployments"))
        {
            await CutUntilAsync(() => source.Watches.Any(static watch => watch.Status.Failures > 2));
            var refused = Assert.Single(source.Watches, static watch => watch.Status.RefusedSince is not null);
            Assert.Equal("deployments.apps", refused.Objects);
            Assert.Equal(1, refused.Status.Objects);
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.DoesNotContain(controller, static change => change is TriggerSourceEvent.Removed);
        Assert.Empty(source.Watches);
    }

    private static async Task ReadAsync(KubernetesTriggerSource source, List<TriggerSourceEvent> told, CancellationToken cancellationToken)
    {
        await foreach (var change in source.WatchAsync(cancellationToken))
        {
            lock (told)
            {
                told.Add(change);
            }
        }
    }

    private static int Count(List<TriggerSourceEvent> told)
    {
        lock (told)
        {
            return told.Count(static change => change is TriggerSourceEvent.Synced);
        }
    }

    private static async Task<string?> FindAsync(KubernetesCredentialSource source)
    {
        var query = new RegistryCredentialQuery { Registry = "quay.io", Repository = "app", Scope = "shop" };
        return (await source.FindAsync(query, CancellationToken.None)).Credential is RegistryCredential.Login login ? login.Password : null;
    }

    private KubernetesCredentialSource CreateSource(TimeSpan dropAfter) => new(
        _cluster.Connection,
        new KubernetesRegistryOptions { DropRefusedAfter = dropAfter, RecheckInterval = TimeSpan.FromMilliseconds(5) },
        _log);

    private IDisposable Withdraw(int code, string reason, string resource) => _cluster.Cluster.Faults.FailUntilDisposed(
        new ClusterFault.Refusal(code, reason, $"{resource} may not be read", null),
        request => request.Path.Contains($"/{resource}", StringComparison.Ordinal));

    // A watch that was just being opened is cut off the next time.
    private Task CutUntilAsync(Func<bool> isSo) => Patience.UntilAsync(() =>
    {
        _cluster.Cluster.Faults.CutWatches();
        return isSo();
    });
}
