namespace ImageStreams.Hosting;

/// <summary>The time of the first failed operation of the store, and the message of the last one.</summary>
internal sealed record StoreOutage(DateTimeOffset Since, string Message)
{
    /// <summary>The time up to which the outage is known; null while the operation is tried again until it succeeds.</summary>
    public DateTimeOffset? KnownUntil { get; init; }

    public TimeSpan GetDuration(DateTimeOffset now) => (KnownUntil ?? now) - Since;
}
