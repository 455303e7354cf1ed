namespace ImageStreams.Storage;

/// <summary>One change of an object, whose event is parsed when a watcher needs it.</summary>
internal sealed class ObjectChange<T> : StoreChange
    where T : ApiObject
{
    private readonly Func<WatchEvent<T>>? _parse;
    private WatchEvent<T>? _event;

    /// <summary>A change of this process, whose event is known.</summary>
    public ObjectChange(StoredKind kind, long version, ObjectKey key, WatchEvent<T> change, int bytes)
        : base(version, bytes, isWhole: true) => (Kind, Key, _event) = (kind, key, change);

    /// <summary>A change that was read.</summary>
    public ObjectChange(StoredKind kind, long version, ObjectKey key, Func<WatchEvent<T>> parse, int bytes, bool isWhole)
        : base(version, bytes, isWhole) => (Kind, Key, _parse) = (kind, key, parse);

    public StoredKind Kind { get; }

    public ObjectKey Key { get; }

    /// <summary>The event, the same for all watchers.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.Damaged"/>.</exception>
    public WatchEvent<T> Event
    {
        get
        {
            var known = Volatile.Read(ref _event);
            return known ?? Interlocked.CompareExchange(ref _event, known = _parse!(), null) ?? known;
        }
    }
}
