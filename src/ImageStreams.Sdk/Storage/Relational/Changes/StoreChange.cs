namespace ImageStreams.Storage;

/// <summary>One change of the store, of any kind.</summary>
internal abstract class StoreChange(long version, int bytes, bool isWhole)
{
    public long Version => version;

    /// <summary>The bytes of its objects as JSON, as a measure of the memory that they take.</summary>
    public int Bytes => bytes;

    /// <summary>False when the object before the change was forgotten before it was read.</summary>
    public bool IsWhole => isWhole;
}
