using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>Reads the objects of one kind from rows, and keeps the newest in memory.</summary>
internal sealed class StoredObjects<T>(ObjectCodec<T> codec)
    where T : ApiObject
{
    public StoredKind Kind => codec.Kind;

    public ObjectCache<T> Cache { get; } = new();

    /// <inheritdoc cref="ObjectCodec{T}.Encode"/>
    public (byte[] Body, T Value) Encode(T value) => codec.Encode(value);

    /// <summary>Reads a row of <see cref="StoreSql.Find"/>: its version, and its body unless it is the cached version.</summary>
    public T Read(ObjectKey key, DbDataReader row, (long Version, T? Value) cached)
    {
        var version = row.GetInt64(0);
        return version == cached.Version ? cached.Value! : Parse(key, version, row.GetFieldValue<byte[]>(1), keep: true);
    }

    /// <summary>Parses a body, unless the object is known.</summary>
    /// <param name="key">The object.</param>
    /// <param name="version">The version of the body.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="keep">True to keep the object, because it is probably read again.</param>
    public T Parse(ObjectKey key, long version, byte[] body, bool keep)
    {
        var (known, value) = Cache.Find(key);
        if (known == version)
        {
            return value!;
        }

        var parsed = codec.Decode(key, version, body);
        if (keep)
        {
            Cache.Set(key, version, parsed, body.Length);
        }

        return parsed;
    }
}
