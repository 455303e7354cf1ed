using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>Reads the changes of objects as they come; see <see cref="Reflector{T}.ReadChangesAsync"/>.</summary>
/// <remarks>
/// <para>Each enumeration begins with the objects that exist, and a bookmark with <see cref="WatchEvent{T}.Bookmark.EndsInitialEvents"/>
/// after them, when all have been listed. It never ends by itself, whatever happens to the API.</para>
/// <para>Each change is read, or is covered by a later one of its object that came before it was read: what waits for a slow reader is
/// at most one change of each object. The changes of an object are never out of order. The version of an event is that of its
/// object.</para>
/// </remarks>
/// <typeparam name="T">The kind of the objects.</typeparam>
public sealed class ReflectedChanges<T> : IAsyncEnumerable<WatchEvent<T>>
    where T : ApiObject
{
    private readonly Reflector<T> _reflector;
    private readonly CancellationToken _cancellationToken;
    private PendingChanges<T>? _last;

    internal ReflectedChanges(Reflector<T> reflector, CancellationToken cancellationToken) =>
        (_reflector, _cancellationToken) = (reflector, cancellationToken);

    /// <summary>The number of changes of the last enumeration that were covered by later ones, because it is slower than they come.</summary>
    public long Covered => _last?.Covered ?? 0;

    /// <summary>Begins an enumeration.</summary>
    /// <param name="cancellationToken">A token to end the enumeration.</param>
    /// <returns>The enumeration; dispose of it when it is no longer read.</returns>
    public IAsyncEnumerator<WatchEvent<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var changes = new PendingChanges<T>();
        _last = changes;
        _reflector.Objects.Add(changes);
        _reflector.OnSynced(changes.EndFirst);
        return new Enumerator(this, changes, cancellationToken);
    }

    private sealed class Enumerator(ReflectedChanges<T> reader, PendingChanges<T> changes, CancellationToken cancellationToken)
        : IAsyncEnumerator<WatchEvent<T>>
    {
        private readonly CancellationTokenSource _end =
            CancellationTokenSource.CreateLinkedTokenSource(reader._cancellationToken, cancellationToken);

        public WatchEvent<T> Current { get; private set; } = null!;

        public async ValueTask<bool> MoveNextAsync()
        {
            _end.Token.ThrowIfCancellationRequested();
            WatchEvent<T>? next;
            while ((next = changes.TryTake(reader._reflector.Status.ResourceVersion ?? "")) is null)
            {
                await changes.WaitAsync(_end.Token).ConfigureAwait(false);
            }

            Current = next;
            return true;
        }

        public ValueTask DisposeAsync()
        {
            reader._reflector.Objects.Remove(changes);
            _end.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
