using System.Globalization;
using System.Text;

namespace ImageStreams.Storage;

/// <summary>Options of <see cref="PostgreSqlImageStreamStore"/>.</summary>
/// <remarks>Copied when the store is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class PostgreSqlStoreOptions : RelationalStoreOptions
{
    /// <summary>The longest <see cref="Schema"/> in bytes of UTF-8, the limit of PostgreSQL: 63.</summary>
    public const int MaxSchemaBytes = 63;

    /// <summary>Default of <see cref="CommandTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultCommandTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Default of <see cref="PollInterval"/>: 5 seconds.</summary>
    public static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(5);

    /// <summary>The longest <see cref="CommandTimeout"/> and <see cref="PollInterval"/>: a day.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    /// <summary>
    /// The connection string, as Npgsql reads it, such as <c>Host=db;Database=images;Username=keeper</c>; null, the default,
    /// where the store is created with a data source.
    /// </summary>
    /// <remarks>
    /// With several hosts, as in <c>Host=db1,db2</c>, the store uses the one that is the primary. Its connections are kept open, at
    /// most ten in a process, so that they are not pooled once more unless there are several hosts.
    /// </remarks>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The schema of the tables, which is created where it is missing; at most <see cref="MaxSchemaBytes"/> bytes. Null, the
    /// default, for the first one of the connection's search path, which usually is <c>public</c>. Each schema is a store of its
    /// own.
    /// </summary>
    public string? Schema { get; set; }

    /// <summary>
    /// The time after which the server ends a statement that has not ended, also one that waits for another process's write;
    /// at least a second, at most <see cref="MaxTime"/>.
    /// </summary>
    public TimeSpan CommandTimeout { get; set; } = DefaultCommandTimeout;

    /// <summary>
    /// The time after which changes of other processes are looked for when no notification has come; at least 10 milliseconds, at
    /// most <see cref="MaxTime"/>. Costs one short query each, in processes that watch.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = DefaultPollInterval;

    /// <inheritdoc/>
    public override IEnumerable<string> Validate()
    {
        foreach (var error in base.Validate())
        {
            yield return error;
        }

        if (Schema is { } schema && (schema.Length == 0 || schema.Contains('\0', StringComparison.Ordinal) || !IsShort(schema)))
        {
            yield return $"Schema must have 1 to {MaxSchemaBytes} bytes, and no NUL.";
        }

        if (CommandTimeout < TimeSpan.FromSeconds(1) || CommandTimeout > MaxTime)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"CommandTimeout is {CommandTimeout} and must be between a second and {MaxTime}.");
        }

        if (PollInterval < TimeSpan.FromMilliseconds(10) || PollInterval > MaxTime)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"PollInterval is {PollInterval} and must be between 10 milliseconds and {MaxTime}.");
        }
    }

    private static bool IsShort(string schema) => Encoding.UTF8.GetByteCount(schema) <= MaxSchemaBytes;
}
