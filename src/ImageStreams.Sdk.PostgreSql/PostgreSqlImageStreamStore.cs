using Npgsql;

namespace ImageStreams.Storage;

/// <summary>A store in PostgreSQL, for any number of processes on any number of machines.</summary>
/// <remarks>
/// <para>Needs PostgreSQL 13 or later and a database with the encoding UTF8. The first process creates the tables, and for that
/// needs the right to create them in the schema; after that, the rights to read and write them are enough.</para>
/// <para>All processes write and read on the primary. A write locks the only row of the table <c>imagestreams_store</c> first, so
/// that versions are committed in their order and without gaps. Processes that watch hear of writes by <c>NOTIFY</c>, and look for
/// themselves after <see cref="PostgreSqlStoreOptions.PollInterval"/>. Leases expire by the clock of the server.</para>
/// <para>A connection that breaks, a server that restarts and one that takes over are waited for; see
/// <see cref="RelationalStoreOptions.RetryTime"/>. When the connection breaks during a commit, the store finds out whether the
/// write was committed before it answers or repeats it. A server that takes over must have what was acknowledged: it has the same
/// disk, or follows synchronously.</para>
/// <para>A user that the server refuses, or a database that does not exist, is an <see cref="InvalidOperationException"/> as long as
/// no connection was ever opened, and <see cref="StoreFailure.Unavailable"/> later.</para>
/// </remarks>
public sealed class PostgreSqlImageStreamStore : RelationalImageStreamStore
{
#pragma warning disable CA2000 // The base class disposes of the dialect.
    /// <summary>Creates a store with the connection string of its options, without opening a connection.</summary>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The time provider of bookmarks; null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options have no connection string, or one that cannot be read or names no
    /// host.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PostgreSqlImageStreamStore(PostgreSqlStoreOptions options, TimeProvider? timeProvider)
        : base(CreateDialect(options), options, timeProvider)
    {
    }

    /// <summary>Creates a store with the connection string of its options and the system clock, without opening a
    /// connection.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options have no connection string, or one that cannot be read or names no
    /// host.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PostgreSqlImageStreamStore(PostgreSqlStoreOptions options)
        : this(options, timeProvider: null)
    {
    }

    /// <summary>Creates a store with the default options, without opening a connection.</summary>
    /// <param name="connectionString">The connection string, as Npgsql reads it.</param>
    /// <exception cref="ArgumentException">The connection string is empty, cannot be read or names no host.</exception>
    public PostgreSqlImageStreamStore(string connectionString)
        : this(new PostgreSqlStoreOptions { ConnectionString = connectionString })
    {
    }

    /// <summary>Creates a store with a data source, which the caller disposes of after the store.</summary>
    /// <remarks>A data source with several hosts must be one that connects to the primary alone.</remarks>
    /// <param name="dataSource">The data source.</param>
    /// <param name="options">The options, whose connection string has no effect; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The time provider of bookmarks; null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PostgreSqlImageStreamStore(
        NpgsqlDataSource dataSource, PostgreSqlStoreOptions? options, TimeProvider? timeProvider)
        : base(CreateDialect(dataSource, options ??= new PostgreSqlStoreOptions()), options, timeProvider)
    {
    }
#pragma warning restore CA2000

    private static PostgreSqlDialect CreateDialect(PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireValid(options);
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new ArgumentException(
                "ConnectionString is not set; set it, or create the store with an NpgsqlDataSource.", nameof(options));
        }

#pragma warning disable CA2000 // The dialect disposes of its data source.
        return new PostgreSqlDialect(
            PostgreSqlSource.Create(options.ConnectionString, options.CommandTimeout), ownsSource: true, options);
#pragma warning restore CA2000
    }

    private static PostgreSqlDialect CreateDialect(NpgsqlDataSource dataSource, PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        RequireValid(options);
        return new PostgreSqlDialect(dataSource, ownsSource: false, options);
    }

    // Before the options are used, and not only by the base class.
    private static void RequireValid(PostgreSqlStoreOptions options)
    {
        var errors = string.Join(' ', options.Validate());
        if (errors.Length > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), errors);
        }
    }
}
