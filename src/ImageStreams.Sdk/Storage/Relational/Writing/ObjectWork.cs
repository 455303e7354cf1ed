using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>A write of one object.</summary>
/// <param name="objects">The kind.</param>
/// <param name="key">The object.</param>
/// <param name="body">The JSON of the object to write; null for a deletion.</param>
/// <param name="decide">Computes the change of the current object, with the version that it gets; null when nothing changes.</param>
/// <param name="time">The time provider of the time that is noted in the row.</param>
/// <param name="cancellationToken">The token of the caller.</param>
internal sealed class ObjectWork<T>(
    StoredObjects<T> objects,
    ObjectKey key,
    byte[]? body,
    Func<T?, string, WatchEvent<T>?> decide,
    TimeProvider time,
    CancellationToken cancellationToken) : ResultWork<T>(cancellationToken)
    where T : ApiObject
{
    private readonly long _kind = (long)objects.Kind;
    private (long Version, T? Value) _cached;
    private (long Version, T Value)? _current;
    private ObjectChange<T>? _change;

    public override object Identity => (_kind, key);

    public override long Bytes => 256 + (body?.Length ?? 0);

    public override Statement? Begin()
    {
        (_cached, _current, _change) = (objects.Cache.Find(key), null, null);
        return new Statement(StoreSql.Find, _kind, key.Namespace, key.Name, _cached.Version);
    }

    public override void Take(DbDataReader row) => _current = (row.GetInt64(0), objects.Read(key, row, _cached));

    public override void Decide(WriteBatch batch)
    {
        try
        {
            var change = decide(_current?.Value, ResourceVersions.Format(batch.NextVersion));
            Accept(change is null ? _current!.Value.Value : ObjectChanges.Subject(change));
            if (change is not null)
            {
                Write(change, batch);
            }
        }
        catch (StoreException rejection)
        {
            Reject(rejection);
        }
    }

    public override void Complete()
    {
        if (_change is { Event: WatchEvent<T>.Deleted })
        {
            objects.Cache.Remove(key);
        }
        else if (_change is not null)
        {
            objects.Cache.Set(key, _change.Version, ObjectChanges.Subject(_change.Event), _change.Bytes);
        }

        base.Complete();
    }

    private void Write(WatchEvent<T> change, WriteBatch batch)
    {
        _change = new ObjectChange<T>(objects.Kind, batch.NextVersion, key, change, body?.Length ?? 0);
        var row = Row(change, batch);
        if (_current is { } current)
        {
            batch.Add(_change, new Statement(StoreSql.Supersede, current.Version, _change.Version), row);
        }
        else
        {
            batch.Add(_change, row);
        }
    }

    private Statement Row(WatchEvent<T> change, WriteBatch batch)
    {
        var type = (long)StoredChanges.GetType(change);
        var previous = _current?.Version ?? 0;
        var written = time.GetUtcNow().ToUnixTimeMilliseconds();
        return body is null
            ? new Statement(
                StoreSql.InsertTombstone, batch.NextVersion, _kind, key.Namespace, key.Name, type, previous, batch.Number, written)
            : new Statement(
                StoreSql.Insert, batch.NextVersion, _kind, key.Namespace, key.Name, type, previous, batch.Number, written, body);
    }
}
