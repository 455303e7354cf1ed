using ImageStreams.Controllers;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

/// <summary>Replicas that share shards, on one thread: each runs its rounds when they are due.</summary>
internal sealed class ShardWorld
{
    public const int ShardCount = 16;

    private readonly List<Replica> _replicas = [];
    private readonly ILeaseStore _reliable;
    private int _number;

    public ShardWorld(int seed)
    {
        Random = new Random(seed);
        _reliable = new InMemoryLeaseStore(TimeProvider);
        Store = new UnreliableLeaseStore(_reliable, TimeProvider, Random) { Passed = CheckOwners };
    }

    public static TimeSpan LeaseDuration { get; } = TimeSpan.FromSeconds(15);

    public FakeTimeProvider TimeProvider { get; } = new();

    public Random Random { get; }

    public UnreliableLeaseStore Store { get; }

    /// <summary>The replicas that run.</summary>
    public IReadOnlyList<Replica> Replicas => _replicas.Where(replica => !replica.IsDead).ToList();

    public Replica Join()
    {
        var options = new ShardLeaseOptions { ReplicaId = $"r{_number++}", ShardCount = ShardCount, LeaseDuration = LeaseDuration };
        var replica = new Replica(new ShardLeases(Store, options, TimeProvider), TimeProvider.GetUtcNow());
        _replicas.Add(replica);
        return replica;
    }

    /// <summary>Runs what is due until a time has passed.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        var end = TimeProvider.GetUtcNow() + time;
        while (Replicas.MinBy(replica => replica.Next) is { } next && next.Next <= end)
        {
            Advance(next.Next);
            next.Next = TimeProvider.GetUtcNow() + await next.Leases.RunRoundAsync(CancellationToken.None);
            CheckOwners();
        }

        Advance(end);
    }

    /// <summary>Checks that no shard has two owners, those included that have stopped without notice.</summary>
    public void CheckOwners()
    {
        var twice = _replicas.SelectMany(replica => replica.Leases.Owned).GroupBy(shard => shard).Where(group => group.Count() > 1);
        Assert.Empty(twice.Select(group => group.Key));
    }

    /// <summary>Checks that each shard has an owner, and that all replicas have their share.</summary>
    public void CheckDivision()
    {
        var counts = Replicas.Select(replica => replica.Leases.Owned.Count).ToList();
        Assert.Equal(ShardCount, counts.Sum());
        Assert.True(counts.Max() - counts.Min() <= 1, string.Join(", ", counts));
    }

    private void Advance(DateTimeOffset time)
    {
        if (time > TimeProvider.GetUtcNow())
        {
            TimeProvider.Advance(time - TimeProvider.GetUtcNow());
        }

        CheckOwners();
    }

    internal sealed class Replica(ShardLeases leases, DateTimeOffset next)
    {
        public ShardLeases Leases { get; } = leases;

        public DateTimeOffset Next { get; set; } = next;

        /// <summary>Gets or sets a value indicating whether it has stopped without notice.</summary>
        public bool IsDead { get; set; }
    }
}
