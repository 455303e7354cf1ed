using System.Globalization;

namespace ImageStreams.Storage;

/// <summary>The options that all stores in a database have.</summary>
/// <remarks>Copied when a store is created; later changes have no effect on it. All options bind from configuration.</remarks>
public abstract class RelationalStoreOptions
{
    /// <summary>Default of <see cref="History"/>: 100,000.</summary>
    public const int DefaultHistory = 100_000;

    /// <summary>The largest <see cref="History"/>: 1,000,000,000.</summary>
    public const int MaxHistory = 1_000_000_000;

    /// <summary>Default of <see cref="RetryTime"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultRetryTime = TimeSpan.FromSeconds(30);

    /// <summary>The longest <see cref="RetryTime"/>: a day.</summary>
    public static readonly TimeSpan MaxRetryTime = TimeSpan.FromDays(1);

    /// <summary>The number of changes, of streams and images together, that are kept for watches; 1 to
    /// <see cref="MaxHistory"/>.</summary>
    /// <remarks>
    /// A watch, or the next page of a list, can resume from a version that is older by no more changes than that, also after a
    /// restart; from an earlier one it is <see cref="StoreFailure.Expired"/>. Each kept change takes the space of the object before
    /// it. Processes that share a database should have the same history; the smallest one counts.
    /// </remarks>
    public int History { get; set; } = DefaultHistory;

    /// <summary>
    /// The time for which an operation is tried again while the database is locked or cannot be reached; zero or more, at most
    /// <see cref="MaxRetryTime"/>. Then it fails with <see cref="StoreFailure.Unavailable"/>. Watches that have begun go on trying.
    /// </summary>
    public TimeSpan RetryTime { get; set; } = DefaultRetryTime;

    /// <summary>Returns one sentence for each option that is out of range; none when all are valid.</summary>
    public virtual IEnumerable<string> Validate()
    {
        if (History is < 1 or > MaxHistory)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"History is {History} and must be between 1 and {MaxHistory}.");
        }

        if (RetryTime < TimeSpan.Zero || RetryTime > MaxRetryTime)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"RetryTime is {RetryTime} and must be between zero and {MaxRetryTime}.");
        }
    }
}
