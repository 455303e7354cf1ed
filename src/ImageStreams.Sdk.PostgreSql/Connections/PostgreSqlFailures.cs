using Npgsql;

namespace ImageStreams.Storage;

/// <summary>The meaning of the server's error codes.</summary>
internal static class PostgreSqlFailures
{
    /// <summary>Determines the reason for an error; null when it is none of the server or of the connection.</summary>
    public static StoreFailure? Classify(Exception error) => error switch
    {
        PostgresException server => Classify(server.SqlState),
        NpgsqlException or TimeoutException or IOException => StoreFailure.Unavailable,
        // A connection that broke while nobody waited for it.
        ObjectDisposedException { ObjectName: nameof(NpgsqlConnection) or nameof(NpgsqlTransaction) } => StoreFailure.Unavailable,
        _ => null,
    };

    /// <summary>True when an administrator must change something before a connection can be opened.</summary>
    public static bool IsConfiguration(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.InsufficientPrivilege,
    };

    private static StoreFailure? Classify(string code) => code switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => StoreFailure.ReadOnly,
        PostgresErrorCodes.DiskFull => StoreFailure.OutOfSpace,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted
            or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => StoreFailure.Damaged,
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => StoreFailure.Damaged,
        // Connections that end or do not begin, locks, time-outs, deadlocks, memory: later it may be different.
        _ => StoreFailure.Unavailable,
    };
}
