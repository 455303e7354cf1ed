using System.Data.Common;
using System.Net.Sockets;
using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Turns the errors of a database into <see cref="StoreException"/>.</summary>
internal sealed class RelationalErrors(RelationalDialect dialect)
{
    private const int MaxExcerpt = 300;

    /// <summary>Determines the reason for an error; null when it is none of the database.</summary>
    public StoreFailure? Classify(Exception error) => error switch
    {
        StoreException store => store.Reason,
        OperationCanceledException => null,
        _ => dialect.Classify(error) ?? ClassifyOther(error),
    };

    /// <summary>Returns the exception to throw for an error; null to throw the error as it is.</summary>
    public StoreException? Translate(Exception error) =>
        error is not StoreException && Classify(error) is { } reason
            ? new StoreException(reason, $"{Place()} {Consequence(reason)}: {RootCause(error)}", error)
            : null;

    public StoreException UnknownOutcome(Exception error) => new(
        StoreFailure.Unavailable,
        $"{Place()} cannot be reached, and whether the write was committed could not be found out; read the object: {RootCause(error)}",
        error);

    public StoreException NewerSchema(long found) => new(
        StoreFailure.NewerSchema,
        $"{Place()} has version {found} of its tables, and this library knows version {StoreSchema.Migrations.Count}; "
        + "use the library that wrote it, or a later one.");

    public StoreException Damaged(string cause) => new(StoreFailure.Damaged, $"{Place()} {Consequence(StoreFailure.Damaged)}: {cause}");

    public StoreException DamagedObject<T>(ObjectKey key, long version, Exception error) => new(
        StoreFailure.Damaged,
        $"{Place()} {Consequence(StoreFailure.Damaged)}: {typeof(T).Name} '{Excerpt(key.ToString())}' at version {version} cannot "
        + $"be read: {RootCause(error)}",
        error);

    private static StoreFailure? ClassifyOther(Exception error) => error switch
    {
        DbException or TimeoutException or IOException or SocketException => StoreFailure.Unavailable,
        _ => null,
    };

    private static string Consequence(StoreFailure reason) => reason switch
    {
        StoreFailure.ReadOnly => "does not accept writes",
        StoreFailure.OutOfSpace => "has no space left, and nothing was written",
        StoreFailure.Damaged => "is damaged or is not an image stream store",
        _ => "cannot be used now",
    };

    private static string RootCause(Exception error) => Excerpt(error.GetBaseException().Message);

    private static string Excerpt(string text) => PrintableText.Escape(text, MaxExcerpt);

    private string Place() => $"The store {Excerpt(dialect.Location)}";
}
