using System.Threading.RateLimiting;

namespace ImageStreams.Registries;

/// <summary>The permission to send one request, or the wait until there is one.</summary>
internal sealed class RegistryLease : RateLimitLease
{
    private readonly TimeSpan? _retryAfter;
    private HostQueue? _queue;

    /// <summary>Creates a permission, which is returned to the queue when disposed of.</summary>
    public RegistryLease(HostQueue queue) => (_queue, IsAcquired) = (queue, true);

    /// <summary>Creates a refusal: too many requests wait, or the wait would be too long.</summary>
    public RegistryLease(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        var isKnown = metadataName == MetadataName.RetryAfter.Name && _retryAfter is not null;
        metadata = isKnown ? _retryAfter : null;
        return isKnown;
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _queue, null)?.Release();
        base.Dispose(disposing);
    }
}
