using System.Collections.Immutable;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Hosting;

/// <summary>The shards that this process owns and whose state it has read; without replicas, everything.</summary>
/// <param name="leases">The leases; null when there is one process.</param>
internal sealed class ActiveShards(ShardLeases? leases)
{
    private const int None = -1;

    private ImmutableHashSet<int> _active = [];

    /// <summary>The shards; empty without replicas.</summary>
    public IReadOnlyCollection<int> All => Volatile.Read(ref _active);

    /// <summary>Gets a value indicating whether the work is divided.</summary>
    public bool IsDivided => leases is not null;

    public void Add(int shard) => ImmutableInterlocked.Update(ref _active, static (all, added) => all.Add(added), shard);

    public void Remove(int shard) => ImmutableInterlocked.Update(ref _active, static (all, lost) => all.Remove(lost), shard);

    /// <summary>Finds the shard of a stream; -1 without replicas.</summary>
    public int Find(ImageStreamName stream) => leases is null ? None : Shards.GetShard(stream, leases.ShardCount);

    public bool IsActive(ImageStreamName stream) => leases is null || IsActive(Find(stream));

    public bool IsActive(TriggerObject target) => leases is null || IsActive(Shards.GetShard(target, leases.ShardCount));

    /// <summary>Determines whether a record of the state belongs to a shard that this process works on, or to none.</summary>
    public bool IsActive(StateRecord record) =>
        leases is null || StateKeys.IsShared(record) || StateKeys.FindStream(record) is not { } name || IsActive(name);

    /// <summary>Determines whether a record of the state belongs to one of several shards, or to none.</summary>
    public bool IsForAny(IReadOnlySet<int> some, StateRecord record) =>
        StateKeys.IsShared(record) || StateKeys.FindStream(record) is not { } name || some.Contains(Find(name));

    private bool IsActive(int shard) => Volatile.Read(ref _active).Contains(shard) && leases!.Owns(shard);
}
