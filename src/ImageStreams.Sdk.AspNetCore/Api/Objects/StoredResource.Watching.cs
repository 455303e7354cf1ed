namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        return ServedEvent.FromAsync(
            _reader.WatchAsync(request.Namespace, request.Watch, cancellationToken), ObjectDocuments.ToServed, cancellationToken);
    }
}
