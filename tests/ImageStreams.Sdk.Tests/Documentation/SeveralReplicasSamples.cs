using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Tests.Controllers;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Documentation;

public sealed class SeveralReplicasSamples : StormTestBase
{
    [Fact]
    public async Task Shards_OfOneReplica_AreWorkedOn()
    {
        using var stop = new CancellationTokenSource();
        var stoppingToken = stop.Token;
        var leaseStore = new InMemoryLeaseStore();
        var target = Target;
        var buildConfig = Build("app", "ruby");
        var imports = 0;
        Task ImportAsync(CancellationToken cancellationToken) => Task.FromResult(imports++);

        // sample: several-replicas-source
        var source = new InMemoryTriggerSource();
        source.Set(buildConfig);
        source.Remove(TriggerObject.From(buildConfig));
        // end

        source.Set(buildConfig);

        // sample: several-replicas-feed
        var shards = new ShardLeases(leaseStore, new ShardLeaseOptions { ShardCount = 16 });
        var triggers = new TriggerController(new ShardedTriggerTarget(target, shards));
        var feed = new TriggerSourceFeed(source, triggers, shards);

        var running = Task.WhenAll(shards.RunAsync(stoppingToken), feed.RunAsync(stoppingToken));
        // end

        await feed.WhenSynced;
        triggers.Observe(Stream("ruby", '1'));
        await ReactAsync(triggers);
        Assert.Equal(["BuildConfig shop/app"], target.Requests);

        // sample: several-replicas-work
        shards.OwnedChanged += (_, _) => Console.WriteLine($"{shards.ReplicaId} works on {shards.Owned.Count} shards");

        if (shards.TryBegin(ImageStreamName.FromParts("shop", "ruby")) is { } work)
        {
            using (work)
            {
                await ImportAsync(work.Stopping);   // is canceled when the shard may soon have another owner
            }
        }
        // end

        Assert.Equal(1, imports);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(await leaseStore.ListAsync());
    }
}
