using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>A shard that this replica has leased. Guarded by its owner.</summary>
#pragma warning disable CA1001 // The source has no timer, and work may use its token after the shard was lost.
internal sealed class ShardHold(int shard, Lease lease)
#pragma warning restore CA1001 // end of the declaration
{
    private readonly CancellationTokenSource _stop = new();

    public int Shard { get; } = shard;

    public Lease Lease { get; set; } = lease;

    /// <summary>The timestamp until which the lease surely holds.</summary>
    public required long HeldUntil { get; set; }

    /// <summary>The number of pieces of work that have begun and not ended.</summary>
    public int Works { get; set; }

    /// <summary>The timestamp from which no work begins because the shard is to be given away; null while it is kept.</summary>
    public long? LeavingSince { get; set; }

    public CancellationToken Stopping => _stop.Token;

    /// <summary>Tells the work that it must end. The token is canceled at once; what waits for it goes on elsewhere, and
    /// keeps no lease from its renewal.</summary>
    public void Stop() => _ = _stop.CancelAsync();
}
