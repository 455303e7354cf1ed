using Microsoft.Data.Sqlite;

namespace ImageStreams.Storage;

/// <summary>The meaning of SQLite's result codes.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int Error = 1;

    public static StoreFailure? Classify(Exception error) => error switch
    {
        SqliteException sqlite => Classify(sqlite.SqliteErrorCode),
        UnauthorizedAccessException => StoreFailure.ReadOnly,
        _ => null,
    };

    private static StoreFailure Classify(int code) => code switch
    {
        Busy or Locked or InputOutput => StoreFailure.Unavailable,
        ReadOnly or CannotOpen => StoreFailure.ReadOnly,
        Full => StoreFailure.OutOfSpace,
        Corrupt or NotADatabase or Error => StoreFailure.Damaged,
        _ => StoreFailure.Unavailable,
    };
}
