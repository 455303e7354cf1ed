using System.Runtime.CompilerServices;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Turns the events of the engine into those of the API.</summary>
internal static class ServedEvents
{
    public static async IAsyncEnumerable<ServedEvent> FromAsync<T>(
        IAsyncEnumerable<WatchEvent<T>> events, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : ApiObject, IWireObject<T>
    {
        await foreach (var next in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Create(next);
        }
    }

    private static ServedEvent Create<T>(WatchEvent<T> next)
        where T : ApiObject, IWireObject<T> => next switch
    {
        WatchEvent<T>.Added added => Create(ServedEventType.Added, added.Object),
        WatchEvent<T>.Modified modified => Create(ServedEventType.Modified, modified.Object),
        WatchEvent<T>.Deleted deleted => Create(ServedEventType.Deleted, deleted.Object),
        WatchEvent<T>.Bookmark bookmark => new ServedEvent
        {
            Type = ServedEventType.Bookmark,
            ResourceVersion = bookmark.ResourceVersion,
            EndsInitialEvents = bookmark.EndsInitialEvents,
        },
        _ => throw new NotSupportedException(next.ToString()),
    };

    private static ServedEvent Create<T>(ServedEventType type, T value)
        where T : ApiObject, IWireObject<T> => new() { Type = type, Object = EncodedObjects.Get(value) };
}
