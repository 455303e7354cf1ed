namespace ImageStreams.Storage;

/// <summary>The tables of the store, as the migrations from one version of the schema to the next.</summary>
/// <remarks>
/// <para><c>imagestreams_revisions</c> has a row for each write. <c>superseded</c> is the version of the write that replaced it,
/// null while it is current; a deletion is a row without a body that supersedes itself. The state at a version S is thus the rows
/// with <c>version &lt;= S</c> whose <c>superseded</c> is null or greater than S. Change 1 is an addition, 2 a modification and 3 a
/// deletion; <c>previous</c> is the version of the row that it replaced, 0 for none. <c>batch</c> is a random number of the
/// transaction, by which a writer whose connection broke finds out whether it was committed. <c>written</c> is the time of the write
/// by the clock of its process, in milliseconds since 1970 in UTC: for people who look into the database, and never read.</para>
/// <para><c>imagestreams_store</c> has one row; see <see cref="StoreHeader"/>.</para>
/// <para>Version 2 has the same tables: it lets the rows of other resources in, which a library that knows version 1 alone cannot
/// read, and therefore must refuse.</para>
/// </remarks>
internal static class StoreSchema
{
    /// <summary>The migrations; the first one creates version 1 of the schema. Each is a list of statements.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Migrations { get; } =
    [
        [
            "CREATE TABLE imagestreams_store (id {number} PRIMARY KEY, schema_version {number} NOT NULL, store_id {text} NOT NULL, "
            + "current_version {number} NOT NULL, compacted_version {number} NOT NULL, swept_version {number} NOT NULL)",
            "CREATE TABLE imagestreams_revisions (version {number} PRIMARY KEY, kind {number} NOT NULL, ns {text} NOT NULL, "
            + "name {text} NOT NULL, change {number} NOT NULL, previous {number} NOT NULL, superseded {number}, "
            + "batch {number} NOT NULL, written {number} NOT NULL, body {bytes})",
            "CREATE UNIQUE INDEX imagestreams_current ON imagestreams_revisions (kind, ns, name) WHERE superseded IS NULL",
            "CREATE TABLE imagestreams_state (section {text} NOT NULL, key {text} NOT NULL, value {bytes} NOT NULL, "
            + "PRIMARY KEY (section, key))",
            "CREATE TABLE imagestreams_leases (name {text} PRIMARY KEY, holder {text} NOT NULL, expires {number} NOT NULL, "
            + "term {number} NOT NULL)",
        ],
        [],
    ];

    /// <summary>The row of an empty store, whose version is 1; @p0 is its identity.</summary>
    public const string FirstRow = "INSERT INTO imagestreams_store VALUES (1, 0, @p0, 1, 1, 1)";

    public const string SetVersion = "UPDATE imagestreams_store SET schema_version = @p0";

    /// <summary>Writes a statement in the types of a dialect.</summary>
    public static string Translate(string statement, RelationalDialect dialect) => statement
        .Replace("{number}", dialect.NumberType, StringComparison.Ordinal)
        .Replace("{text}", dialect.TextType, StringComparison.Ordinal)
        .Replace("{bytes}", dialect.BytesType, StringComparison.Ordinal);
}
