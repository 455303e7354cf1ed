namespace ImageStreams.Storage;

/// <summary>The durability of acknowledged writes in a <see cref="SqliteImageStreamStore"/>.</summary>
/// <remarks>Either way the file stays intact, and a write survives the end of the process however it comes.</remarks>
public enum SqliteDurability
{
    /// <summary>Each transaction is on disk before it is acknowledged.</summary>
    Full,

    /// <summary>The last transactions may be undone when the machine loses power; much faster on slow disks.</summary>
    Normal,
}
