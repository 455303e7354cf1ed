using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="ShardLeases"/>.</summary>
/// <remarks>Copied when the leases are created; later changes have no effect on them. All options bind from
/// configuration.</remarks>
public sealed class ShardLeaseOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="ShardCount"/>: 16.</summary>
    public const int DefaultShardCount = 16;

    /// <summary>The highest number of characters of <see cref="ReplicaId"/>: 128.</summary>
    public const int MaxReplicaIdLength = 128;

    /// <summary>Default of <see cref="LeaseDuration"/>: 15 seconds.</summary>
    public static readonly TimeSpan DefaultLeaseDuration = TimeSpan.FromSeconds(15);

    /// <summary>The shortest <see cref="LeaseDuration"/>: one tenth of a second.</summary>
    public static readonly TimeSpan MinLeaseDuration = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest <see cref="LeaseDuration"/>: one day.</summary>
    public static readonly TimeSpan MaxLeaseDuration = TimeSpan.FromDays(1);

    /// <summary>
    /// The name of this replica among all of them; at most 128 characters. Empty, the default, for the name of the machine with
    /// a random number.
    /// </summary>
    /// <remarks>Two processes of the same name work on the same shards at the same time, so the default is the safe
    /// choice.</remarks>
    public string ReplicaId { get; set; } = "";

    /// <summary>The number of shards into which the work is divided; 1 to 1,024, and the same in all replicas.</summary>
    /// <remarks>More replicas than shards leave some without work. To change the number, stop all replicas first.</remarks>
    public int ShardCount { get; set; } = DefaultShardCount;

    /// <summary>
    /// The time after which the shards of a replica that has died are taken over; 100 milliseconds to one day.
    /// </summary>
    /// <remarks>
    /// Leases are renewed three times within it. It must be longer than the store of leases takes to answer, with the longest
    /// pause of a process besides; the same in all replicas.
    /// </remarks>
    public TimeSpan LeaseDuration { get; set; } = DefaultLeaseDuration;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(
            ReplicaId?.Length <= MaxReplicaIdLength, nameof(ReplicaId), ReplicaId, $"at most {MaxReplicaIdLength} characters");
        errors.Between(ShardCount, 1, Shards.MaxCount);
        errors.Between(LeaseDuration, MinLeaseDuration, MaxLeaseDuration);
    }
}
