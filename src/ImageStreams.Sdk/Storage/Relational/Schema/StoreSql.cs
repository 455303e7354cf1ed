namespace ImageStreams.Storage;

/// <summary>The statements of the store, in the SQL that the databases share.</summary>
internal static class StoreSql
{
    public const string Schema = "SELECT schema_version, store_id FROM imagestreams_store";

    public const string Header = "SELECT current_version, compacted_version, swept_version FROM imagestreams_store";

    public const string UpdateHeader =
        "UPDATE imagestreams_store SET current_version = @p0, compacted_version = @p1, swept_version = @p2";

    /// <summary>The current revision of an object, without its body when that is the known version @p3.</summary>
    public const string Find =
        "SELECT version, CASE WHEN version = @p3 THEN NULL ELSE body END FROM imagestreams_revisions "
        + "WHERE kind = @p0 AND ns = @p1 AND name = @p2 AND superseded IS NULL";

    public const string Supersede = "UPDATE imagestreams_revisions SET superseded = @p1 WHERE version = @p0";

    public const string Insert =
        "INSERT INTO imagestreams_revisions (version, kind, ns, name, change, previous, batch, written, body) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)";

    /// <summary>A tombstone replaces the last revision, and is itself never part of a state.</summary>
    public const string InsertTombstone =
        "INSERT INTO imagestreams_revisions (version, kind, ns, name, change, previous, batch, written, superseded) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p0)";

    public const string Batch = "SELECT batch FROM imagestreams_revisions WHERE version = @p0";

    /// <summary>The changes after @p0 up to @p1 with the revisions that they replaced, at most @p2 of them.</summary>
    public const string Changes = ChangeColumns + "WHERE r.version > @p0 AND r.version <= @p1 ORDER BY r.version LIMIT @p2";

    /// <summary>The changes of the kind @p3.</summary>
    public const string ChangesOfKind =
        ChangeColumns + "WHERE r.version > @p0 AND r.version <= @p1 AND r.kind = @p3 ORDER BY r.version LIMIT @p2";

    /// <summary>Deletes the revisions that were replaced after @p0 up to @p1.</summary>
    public const string SweepReplaced =
        "DELETE FROM imagestreams_revisions WHERE version IN (SELECT previous FROM imagestreams_revisions "
        + "WHERE version > @p0 AND version <= @p1 AND previous > 0)";

    public const string SweepTombstones =
        "DELETE FROM imagestreams_revisions WHERE version > @p0 AND version <= @p1 AND change = 3";

    public const string ReadState = "SELECT key, value FROM imagestreams_state WHERE section = @p0 ORDER BY key";

    public const string WriteState =
        "INSERT INTO imagestreams_state (section, key, value) VALUES (@p0, @p1, @p2) "
        + "ON CONFLICT (section, key) DO UPDATE SET value = excluded.value";

    public const string RemoveState = "DELETE FROM imagestreams_state WHERE section = @p0 AND key = @p1";

    public const string FindLease = "SELECT name, holder, expires, term FROM imagestreams_leases WHERE name = @p0";

    public const string ListLeases =
        "SELECT name, holder, expires, term FROM imagestreams_leases WHERE expires > @p0 ORDER BY name";

    public const string WriteLease =
        "INSERT INTO imagestreams_leases (name, holder, expires, term) VALUES (@p0, @p1, @p2, @p3) "
        + "ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires, term = excluded.term";

    private const string ChangeColumns =
        "SELECT r.version, r.kind, r.ns, r.name, r.change, r.previous, r.body, p.body FROM imagestreams_revisions r "
        + "LEFT JOIN imagestreams_revisions p ON p.version = r.previous ";

    /// <summary>The objects after the key (@p2, @p3).</summary>
    public static StateSql ListAll { get; } = new("AND ({0}ns, {0}name) > (@p2, @p3)");

    /// <summary>Those of the namespace @p2 after the name @p3.</summary>
    public static StateSql ListNamespace { get; } = new("AND {0}ns = @p2 AND {0}name > @p3");

    /// <summary>The one of the namespace @p2 with the name @p3.</summary>
    public static StateSql ListOne { get; } = new("AND {0}ns = @p2 AND {0}name = @p3");
}
