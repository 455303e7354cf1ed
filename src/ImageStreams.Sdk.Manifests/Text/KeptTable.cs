namespace ImageStreams.Manifests;

/// <summary>Empties tables that are used for one document after the other.</summary>
internal static class KeptTable
{
    /// <summary>The largest capacity that is kept.</summary>
    private const int MaxKept = 128;

    /// <summary>Returns an empty table: the same one, or a new one in place of a large one, since clearing a table takes time for all
    /// that it once held, however little the documents after it put into it.</summary>
    public static Dictionary<TKey, TValue> Empty<TKey, TValue>(Dictionary<TKey, TValue> table)
        where TKey : notnull
    {
        if (table.Capacity > MaxKept)
        {
            return [];
        }

        table.Clear();
        return table;
    }
}
