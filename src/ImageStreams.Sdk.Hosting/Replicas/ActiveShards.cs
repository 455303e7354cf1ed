using System.Collections.Immutable;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Hosting;

/// <summary>The shards that this process owns and whose state it has read; without replicas, everything.</summary>
internal sealed partial class ActiveShards
{
    private const int None = -1;

    private readonly ShardLeases? _leases;
    private ImmutableHashSet<int> _active = [];

    /// <param name="leases">The leases; null when there is one process.</param>
    public ActiveShards(ShardLeases? leases)
    {
        _leases = leases;
        _leases?.OwnedChanged += (_, _) => NoteChange();
    }

    /// <summary>The shards; empty without replicas.</summary>
    public IReadOnlyCollection<int> All => Volatile.Read(ref _active);

    /// <summary>Gets a value indicating whether the work is divided.</summary>
    public bool IsDivided => _leases is not null;

    /// <summary>Finds the shard of a stream; -1 without replicas.</summary>
    public int Find(ImageStreamName stream) => _leases is null ? None : Shards.GetShard(stream, _leases.ShardCount);

    /// <summary>Determines whether the imports know a stream: its shard may have ended a moment ago, when no work begins.</summary>
    public bool Contains(ImageStreamName stream) => _leases is null || Volatile.Read(ref _active).Contains(Find(stream));

    public bool IsActive(ImageStreamName stream) => _leases is null || IsActive(Find(stream));

    public bool IsActive(TriggerObject target) => _leases is null || IsActive(Shards.GetShard(target, _leases.ShardCount));

    /// <summary>Determines whether a record of the state belongs to a shard that this process works on, or to none.</summary>
    public bool IsActive(StateRecord record) =>
        _leases is null || StateKeys.IsShared(record) || StateKeys.FindStream(record) is not { } name || IsActive(name);

    private bool IsActive(int shard) => Volatile.Read(ref _active).Contains(shard) && _leases!.Owns(shard);
}
