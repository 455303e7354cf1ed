using ImageStreams.Storage;

namespace ImageStreams.Tests.Sqlite;

/// <summary>A store whose connections break when a test says so.</summary>
internal sealed class BreakingStore : RelationalImageStreamStore
{
    public BreakingStore(string path, bool isCommitted)
        : this(new BreakingDialect(new SqliteStoreOptions { Path = path }, isCommitted), new SqliteStoreOptions { Path = path })
    {
    }

    private BreakingStore(BreakingDialect dialect, SqliteStoreOptions options)
        : base(dialect, options) => Dialect = dialect;

    public BreakingDialect Dialect { get; }
}
