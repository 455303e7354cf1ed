namespace ImageStreams.Storage;

internal sealed partial class InMemoryObjectStore<T>
{
    /// <inheritdoc/>
    public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) => WriteAsync(
        ObjectKey.FromObject(value), (current, version) => ObjectChanges.Create(current, value, version), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) => WriteAsync(
        ObjectKey.FromObject(value), (current, version) => ObjectChanges.Update(current, value, version), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(key);

        return WriteAsync(
            key, (current, version) => ObjectChanges.Delete(key, current, preconditions, version), cancellationToken);
    }

    private ValueTask<T> WriteAsync(
        ObjectKey key, Func<T?, string, WatchEvent<T>?> decide, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return new ValueTask<T>(Write(key, decide));
        }
        catch (StoreException failure)
        {
            return ValueTask.FromException<T>(failure);
        }
    }

    private T Write(ObjectKey key, Func<T?, string, WatchEvent<T>?> decide)
    {
        Revision<T> latest;
        Revision<T> next;
        using (var turn = gate.Enter())
        {
            latest = history.Latest;
            var current = _index.TryGetValue(key, out var indexed) ? indexed.Object : null;
            if (decide(current, ResourceVersions.Format(turn.NextVersion)) is not { } change)
            {
                return current!;
            }

            next = Publish(turn, latest, key, change);
        }

        latest.Supersede();
        return ObjectChanges.Subject(next.Change!);
    }

    private Revision<T> Publish(WriterGate.Turn turn, Revision<T> latest, ObjectKey key, WatchEvent<T> change)
    {
        var version = turn.NextVersion;
        var next = new Revision<T>(latest.Index + 1, version, Apply(latest.Objects, key, change), change);
        Index(key, change, version);
        history.Publish(next);
        turn.Publish(version);
        return next;
    }

    private void Index(ObjectKey key, WatchEvent<T> change, long version)
    {
        StoreSteps.Reached(StoreStep.WriteIndex);
        if (change is WatchEvent<T>.Deleted)
        {
            _index.TryRemove(key, out _);
        }
        else
        {
            _index[key] = (ObjectChanges.Subject(change), version);
        }
    }

    private static ObjectTree<T> Apply(ObjectTree<T> objects, ObjectKey key, WatchEvent<T> change) =>
        change is WatchEvent<T>.Deleted ? objects.Remove(key) : objects.Set(key, ObjectChanges.Subject(change));
}
