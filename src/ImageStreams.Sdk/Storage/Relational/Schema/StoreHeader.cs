using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>The row that describes the whole store.</summary>
/// <param name="Current">The version of the last write.</param>
/// <param name="Compacted">The oldest version whose state, and the changes after it, are kept.</param>
/// <param name="Swept">The version up to which rows that are no longer needed were deleted; at most the compacted one.</param>
internal readonly record struct StoreHeader(long Current, long Compacted, long Swept)
{
    /// <summary>Reads the row of <see cref="StoreSql.Header"/>.</summary>
    public static StoreHeader Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
}
