namespace ImageStreams.Storage;

/// <summary>Checks the arguments of stores, each in the same way for all of them.</summary>
internal static class StoreArguments
{
    public static void Require(ObjectKey key)
    {
        ArgumentNullException.ThrowIfNull(key.Namespace, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.Name, nameof(key));
    }

    public static void Require(WatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.BookmarkInterval is { } interval)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero, nameof(query));
        }
    }

    public static void Require(ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Limit, nameof(query));
    }

    /// <summary>Checks one of the records to write.</summary>
    public static void Require(StateRecord record)
    {
        ArgumentNullException.ThrowIfNull(record, "records");
        ArgumentException.ThrowIfNullOrEmpty(record.Section, "records");
        ArgumentException.ThrowIfNullOrEmpty(record.Key, "records");
    }

    /// <summary>Checks a request for a lease.</summary>
    public static void Require(string name, string holder, TimeSpan duration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(holder);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
    }
}
