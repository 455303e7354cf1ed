using System.Runtime.CompilerServices;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

internal sealed partial class ClusterResource
{
    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        return ServeAsync(_reader.WatchAsync(request.Namespace, request.Watch, cancellationToken), cancellationToken);
    }

    private static async IAsyncEnumerable<ServedEvent> ServeAsync(
        IAsyncEnumerable<WatchEvent<ClusterObject>> changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return ToServed(change);
        }
    }

    private static ServedEvent ToServed(WatchEvent<ClusterObject> change) => change switch
    {
        WatchEvent<ClusterObject>.Added added => Create(ServedEventType.Added, added.Object),
        WatchEvent<ClusterObject>.Modified modified => Create(ServedEventType.Modified, modified.Object),
        WatchEvent<ClusterObject>.Deleted deleted => Create(ServedEventType.Deleted, deleted.Object),
        WatchEvent<ClusterObject>.Bookmark mark => new ServedEvent
        {
            Type = ServedEventType.Bookmark,
            ResourceVersion = mark.ResourceVersion,
            EndsInitialEvents = mark.EndsInitialEvents,
        },
        _ => throw new ArgumentException($"The event is unknown: {change}", nameof(change)),
    };

    private static ServedEvent Create(ServedEventType type, ClusterObject value) =>
        new() { Type = type, Object = ObjectDocuments.ToServed(value) };
}
