using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Triggers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Divides the work among replicas: each leases its part of the shards, and works on no other ones.</summary>
/// <remarks>
/// <para>Replicas learn of each other by the leases of an <see cref="ILeaseStore"/>, and share the <see cref="Shards"/> so that
/// their numbers differ by one at most. When a replica joins or leaves, shards change owners; those of one that dies are free
/// after <see cref="ShardLeaseOptions.LeaseDuration"/>.</para>
/// <para>No shard has two owners at a time. A replica counts from before its request was sent, by a clock that nobody can set,
/// and stops when five sixths of the duration have passed without a renewal; the clocks of machines need not agree. A shard is
/// given away only when all <see cref="ShardWork"/> on it has ended.</para>
/// <para>Safe to share between threads.</para>
/// </remarks>
#pragma warning disable CA1001 // The publisher has a timer that runs only during the run, which disposes of it.
public sealed partial class ShardLeases
#pragma warning restore CA1001 // end of the declaration
{
    private readonly ShardHolds _holds;
    private readonly ShardClock _clock;
    private readonly ShardRound _round;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly ShardPublisher _publisher;
    private volatile TaskCompletionSource _drained = CreateSignal();
    private int _runs;

    /// <summary>Initializes leases of which none is acquired yet.</summary>
    /// <param name="store">The store of leases that all replicas share.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ShardLeases(
        ILeaseStore store,
        ShardLeaseOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<ShardLeases>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new ShardLeaseOptions();
        OptionsErrors.ThrowIfAny(options);

        ReplicaId = options.ReplicaId.Length > 0 ? options.ReplicaId : $"{Environment.MachineName}-{Guid.NewGuid():n}";
        ShardCount = options.ShardCount;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ShardLeases>.Instance;
        _clock = new ShardClock(options.LeaseDuration, _timeProvider);
        _holds = new ShardHolds(_timeProvider);
        _holds.Drained += () => _drained.TrySetResult();
        _publisher = new ShardPublisher(_holds, _clock, _timeProvider, Raise);
        var leaseStore = new ShardLeaseStore(store, ReplicaId, _clock, _timeProvider);
        _round = new ShardRound(leaseStore, _holds, _clock, ReplicaId, ShardCount, _publisher.Publish);
    }

    /// <summary>Is raised after <see cref="Owned"/> has changed, on the thread that changed it; handlers must not wait.</summary>
    public event EventHandler? OwnedChanged;

    /// <summary>The name of this replica among all of them.</summary>
    public string ReplicaId { get; }

    /// <summary>The number of shards.</summary>
    public int ShardCount { get; }

    /// <summary>The shards that this replica works on, in ascending order; a copy.</summary>
    public ValueList<int> Owned => _holds.Owned;

    /// <summary>Determines whether this replica works on a shard now.</summary>
    /// <param name="shard">The shard.</param>
    public bool Owns(int shard) => _holds.Owns(shard);

    /// <summary>Determines whether this replica works on a stream now.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public bool Owns(ImageStreamName stream) => Owns(Shards.GetShard(stream, ShardCount));

    /// <summary>Determines whether this replica works on an object with triggers now.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Owns(TriggerObject target) => Owns(Shards.GetShard(target, ShardCount));

    /// <summary>Begins a piece of work on a shard, which is not given away before the work has ended.</summary>
    /// <param name="shard">The shard.</param>
    /// <returns>The work, to be disposed of at its end; null when this replica does not work on the shard.</returns>
    public ShardWork? TryBegin(int shard) => _holds.TryBegin(shard);

    /// <inheritdoc cref="TryBegin(int)"/>
    /// <param name="stream">The qualified name of a stream of the shard.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public ShardWork? TryBegin(ImageStreamName stream) => TryBegin(Shards.GetShard(stream, ShardCount));

    /// <inheritdoc cref="TryBegin(int)"/>
    /// <param name="target">An object of the shard.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public ShardWork? TryBegin(TriggerObject target) => TryBegin(Shards.GetShard(target, ShardCount));
}
