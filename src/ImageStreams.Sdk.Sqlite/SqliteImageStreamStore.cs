namespace ImageStreams.Storage;

/// <summary>A durable store of streams, images, controller state and leases in a SQLite file.</summary>
/// <remarks>
/// <para>Several processes of one machine may use one file. Writes of others are noticed within about 50 milliseconds.</para>
/// <para>SQLite has no asynchronous operations: calls read and write on the thread of the caller, and wait there for short
/// times while another process writes.</para>
/// </remarks>
public sealed class SqliteImageStreamStore : RelationalImageStreamStore
{
    /// <summary>Creates the store, without opening its file.</summary>
    /// <param name="options">The options, with the path of the file.</param>
    /// <param name="timeProvider">
    /// The time provider of bookmarks and leases; null for the system clock. Retries and polls keep the real time.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SqliteImageStreamStore(SqliteStoreOptions options, TimeProvider? timeProvider = null)
#pragma warning disable CA2000 // The base class disposes of the dialect.
        : base(new SqliteDialect(Require(options)), options, timeProvider)
#pragma warning restore CA2000
    {
    }

    /// <summary>Creates the store with the default options, without opening its file.</summary>
    /// <param name="path">The path of the file, which is created when it does not exist.</param>
    public SqliteImageStreamStore(string path)
        : this(new SqliteStoreOptions { Path = path })
    {
    }

    private static SqliteStoreOptions Require(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options;
    }
}
