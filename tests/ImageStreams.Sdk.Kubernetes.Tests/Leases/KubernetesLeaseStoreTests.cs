using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using k8s;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The contract of leases, held by those of a cluster, and what its clocks mean.</summary>
public sealed class KubernetesLeaseStoreTests : LeaseStoreContract, IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private ConnectedCluster? _cluster;
    private KubernetesLeaseStore? _leases;

    protected override ILeaseStore Leases => _leases!;

    public async Task InitializeAsync()
    {
        _cluster = await ConnectedCluster.StartAsync();
        _leases = new KubernetesLeaseStore(_cluster.Connection, timeProvider: _time);
    }

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Acquire_ByAMachineWhoseClockIsAhead_WaitsForTheDuration()
    {
        var ahead = new FakeTimeProvider(_time.GetUtcNow().AddDays(1));
        var other = new KubernetesLeaseStore(_cluster!.Connection, timeProvider: ahead);
        await Leases.TryAcquireAsync("shard/7", "one", Term);

        Assert.Null(await other.TryAcquireAsync("shard/7", "two", Term));
        ahead.Advance(Term);

        Assert.Equal(2, (await other.TryAcquireAsync("shard/7", "two", Term))!.Term);
    }

    [Fact]
    public async Task Lease_InTheCluster_IsOneOfCoordination()
    {
        await Leases.TryAcquireAsync("shard/7", "one", TimeSpan.FromSeconds(1.5));

        var lease = Assert.Single(
            (await _cluster!.Client.CoordinationV1.ListNamespacedLeaseAsync("default")).Items,
            lease => lease.Metadata.Name.StartsWith("imagestreams-shard-7-", StringComparison.Ordinal));
        Assert.Equal(("one", 2, 0), (lease.Spec.HolderIdentity, lease.Spec.LeaseDurationSeconds, lease.Spec.LeaseTransitions));
    }

    [Fact]
    public async Task Lease_OfAnotherProgram_IsNotListed()
    {
        await _cluster!.Client.CoordinationV1.CreateNamespacedLeaseAsync(
            new k8s.Models.V1Lease { Metadata = new() { Name = "theirs" }, Spec = new() { HolderIdentity = "them", LeaseDurationSeconds = 100 } },
            "default");

        Assert.Empty(await Leases.ListAsync());
    }

    [Fact]
    public async Task Acquire_ObjectOfAnotherProgram_IsRefusedAtOnce()
    {
        await Leases.TryAcquireAsync("shard/7", "one", Term);
        var name = (await FindAsync()).Metadata.Name;
        await _cluster!.Client.CoordinationV1.DeleteNamespacedLeaseAsync(name, "default");
        await _cluster.Client.CoordinationV1.CreateNamespacedLeaseAsync(
            new k8s.Models.V1Lease { Metadata = new() { Name = name }, Spec = new() { HolderIdentity = "them" } }, "default");

        var refused = await Assert.ThrowsAsync<ApiException>(() => Leases.TryAcquireAsync("shard/7", "two", Term).AsTask());

        Assert.Contains($"default/{name} is one of another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_LeavesWhatOthersHaveWritten()
    {
        await Leases.TryAcquireAsync("shard/7", "one", Term);
        var leases = _cluster!.Connection.GetResource(new ClusterResourceType { Group = "coordination.k8s.io", Version = "v1", Plural = "leases" });
        await leases.PatchAsync(
            "default",
            (await FindAsync()).Metadata.Name,
            ObjectPatch.Merge("""{"metadata":{"labels":{"team":"a"},"annotations":{"note":"kept"}}}"""));

        await Leases.TryAcquireAsync("shard/7", "one", Term);

        var renewed = await FindAsync();
        Assert.Equal(("a", "kept"), (renewed.Metadata.Labels["team"], renewed.Metadata.Annotations["note"]));
    }

    [Fact]
    public async Task List_LeaseThatNobodyRenewedForADay_IsDeleted()
    {
        await Leases.TryAcquireAsync("replica/gone", "gone", Term);
        await Leases.TryAcquireAsync("replica/here", "here", Term);
        await Leases.ListAsync();
        _time.Advance(TimeSpan.FromHours(20));
        await Leases.TryAcquireAsync("replica/here", "here", Term);
        _time.Advance(TimeSpan.FromHours(5));

        await Leases.ListAsync();

        Assert.StartsWith("imagestreams-replica-here-", (await FindAsync()).Metadata.Name, StringComparison.Ordinal);
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    private async Task<k8s.Models.V1Lease> FindAsync() => Assert.Single(
        (await _cluster!.Client.CoordinationV1.ListNamespacedLeaseAsync("default")).Items,
        lease => lease.Metadata.Name.StartsWith("imagestreams-", StringComparison.Ordinal));
}
