namespace ImageStreams.Storage;

/// <summary>The right of one process to do something until a time; see <see cref="ILeaseStore"/>.</summary>
public sealed record Lease
{
    /// <summary>The name of the lease.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the holder.</summary>
    public required string Holder { get; init; }

    /// <summary>The time at which the lease expires unless it is renewed, by the store's clock.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>
    /// The number of times that the lease was acquired by a new holder, or anew after it had expired; at least 1. A renewal
    /// keeps it. Whoever acts on the work of a lease can refuse requests with a lower number than one seen before.
    /// </summary>
    public required long Term { get; init; }
}
