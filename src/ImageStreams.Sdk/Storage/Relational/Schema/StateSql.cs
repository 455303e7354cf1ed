namespace ImageStreams.Storage;

/// <summary>The two queries for the objects of the kind @p0 as they were at the version @p1, in the order of their keys.</summary>
/// <remarks>
/// What was written up to the version and exists still, and what was replaced or deleted after it. The second part takes time in
/// proportion to the changes since then. In a page each part has its own limit, so that the first one ends after a page; where there is
/// no limit, that would only sort each part once more.
/// </remarks>
internal sealed class StateSql
{
    private const string Columns = "SELECT {0}version, {0}ns, {0}name, {0}body FROM imagestreams_revisions ";

    /// <param name="keys">The condition of the keys, with {0} in place of the prefix of a column, and @p2 and @p3.</param>
    public StateSql(string keys)
    {
        var kept = Format(Columns, "")
            + $"WHERE kind = @p0 AND superseded IS NULL AND version <= @p1 {Format(keys, "")}";
        var replaced = Format(Columns, "p.") + "r JOIN imagestreams_revisions p ON p.version = r.previous "
            + $"WHERE r.version > @p1 AND r.kind = @p0 AND p.version <= @p1 {Format(keys, "p.")}";
        All = $"{kept} UNION ALL {replaced} ORDER BY 2, 3";
        Page = $"SELECT * FROM ({kept} ORDER BY ns, name LIMIT @p4) AS kept "
            + $"UNION ALL SELECT * FROM ({replaced} ORDER BY p.ns, p.name LIMIT @p4) AS replaced ORDER BY 2, 3 LIMIT @p4";
    }

    /// <summary>The query for all objects.</summary>
    public string All { get; }

    /// <summary>The query for at most @p4 objects.</summary>
    public string Page { get; }

    private static string Format(string text, string table) => text.Replace("{0}", table, StringComparison.Ordinal);
}
