using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>An event of a watch.</summary>
public sealed record ServedEvent
{
    /// <summary>The type.</summary>
    public required ServedEventType Type { get; init; }

    /// <summary>The object; null for a bookmark.</summary>
    public ServedObject? Object { get; init; }

    /// <summary>The version that a bookmark reports.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>Gets a value indicating whether a bookmark ends the objects that existed when the watch began.</summary>
    public bool EndsInitialEvents { get; init; }

    /// <summary>Turns the events of a store or of a client into those of the API, one by one.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="encode">Returns the JSON of an object.</param>
    /// <param name="cancellationToken">A token to end the events.</param>
    /// <returns>The events of the API.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> or <paramref name="encode"/> is null.</exception>
    public static IAsyncEnumerable<ServedEvent> FromAsync<T>(
        IAsyncEnumerable<WatchEvent<T>> events, Func<T, ServedObject> encode, CancellationToken cancellationToken = default)
        where T : ApiObject
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(encode);
        return TranslateAsync(events, encode, cancellationToken);
    }

    private static async IAsyncEnumerable<ServedEvent> TranslateAsync<T>(
        IAsyncEnumerable<WatchEvent<T>> events, Func<T, ServedObject> encode, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : ApiObject
    {
        await foreach (var next in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return next switch
            {
                WatchEvent<T>.Added added => new ServedEvent { Type = ServedEventType.Added, Object = encode(added.Object) },
                WatchEvent<T>.Modified modified => new ServedEvent { Type = ServedEventType.Modified, Object = encode(modified.Object) },
                WatchEvent<T>.Deleted deleted => new ServedEvent { Type = ServedEventType.Deleted, Object = encode(deleted.Object) },
                WatchEvent<T>.Bookmark bookmark => new ServedEvent
                {
                    Type = ServedEventType.Bookmark,
                    ResourceVersion = bookmark.ResourceVersion,
                    EndsInitialEvents = bookmark.EndsInitialEvents,
                },
                _ => throw new NotSupportedException(next.ToString()),
            };
        }
    }
}
