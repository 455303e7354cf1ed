using ImageStreams.Serialization;

namespace ImageStreams.Storage;

/// <summary>Writes the objects of one kind as the JSON of the API, and reads them with the version of their row.</summary>
/// <param name="kind">The kind.</param>
/// <param name="write">Writes an object.</param>
/// <param name="read">Reads an object.</param>
/// <param name="errors">The errors of the store.</param>
internal sealed class ObjectCodec<T>(StoredKind kind, Func<T, byte[]> write, Func<byte[], T> read, RelationalErrors errors)
    where T : ApiObject
{
    public StoredKind Kind => kind;

    /// <summary>Writes an object without its version, which the row has.</summary>
    /// <returns>The JSON, and the object as every process reads it from there: an empty text, for example, may be null.</returns>
    /// <exception cref="ArgumentException">The object cannot be read back, so that it would be in the way of every list.</exception>
    public (byte[] Body, T Value) Encode(T value)
    {
        var body = write(WithVersion(value, null));
        try
        {
            return (body, WithVersion(read(body), value.Metadata.ResourceVersion));
        }
        catch (WireFormatException e)
        {
            throw new ArgumentException($"The object cannot be read back from its JSON: {e.Message}", nameof(value), e);
        }
    }

    /// <exception cref="StoreException"><see cref="StoreFailure.Damaged"/>.</exception>
    public T Decode(ObjectKey key, long version, byte[] body)
    {
        try
        {
            return WithVersion(read(body), ResourceVersions.Format(version));
        }
        catch (WireFormatException e)
        {
            throw errors.DamagedObject<T>(key, version, e);
        }
    }

    public static T WithVersion(T value, string? version) =>
        value with { Metadata = value.Metadata with { ResourceVersion = version } };
}
