namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        WatchAsync(request, static value => value, cancellationToken);

    /// <summary>Watches objects in another form.</summary>
    public IAsyncEnumerable<ServedEvent> WatchAsync(
        ResourceRequest request, Func<ServedObject, ServedObject> serve, CancellationToken cancellationToken)
    {
        Warn(request);
        return ServedEvent.FromAsync(
            _reader.WatchAsync(request.Namespace, request.Watch, cancellationToken),
            value => serve(ObjectDocuments.ToServed(value)),
            cancellationToken);
    }
}
