namespace ImageStreams.Storage;

/// <summary>Options of <see cref="SqliteImageStreamStore"/>.</summary>
/// <remarks>Copied when the store is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class SqliteStoreOptions : RelationalStoreOptions
{
    /// <summary>The path of the file; required. It and its folder are created when they do not exist.</summary>
    /// <remarks>
    /// Relative to the current folder of the process. Next to it SQLite keeps files of the same name that end in <c>-wal</c> and
    /// <c>-shm</c>, which belong to it. A connection string is refused. The file must be on a disk of this machine: SQLite cannot share files over a network.
    /// </remarks>
    public string Path { get; set; } = "";

    /// <summary>
    /// The durability of writes; <see cref="SqliteDurability.Full"/>, the default, so that an acknowledged write survives the loss
    /// of power.
    /// </summary>
    public SqliteDurability Durability { get; set; }

    // As other libraries name their databases; each would be the name of a file here.
    private static readonly string[] Foreign = ["Data Source=", "DataSource=", "Filename=", "file:", ":memory:"];

    /// <summary>More settings of each connection, for tests of what the machine seldom shows.</summary>
    internal string MoreSettings { get; set; } = "";

    /// <inheritdoc/>
    public override IEnumerable<string> Validate()
    {
        foreach (var error in base.Validate())
        {
            yield return error;
        }

        if (string.IsNullOrWhiteSpace(Path))
        {
            yield return "Path is empty and must be the path of a file.";
        }

        if (Foreign.Any(start => Path.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "Path must be the path of a file alone: no connection string, no URI, and no ':memory:', for which there is "
                + $"{nameof(InMemoryImageStreamStore)}.";
        }

        if (!Enum.IsDefined(Durability))
        {
            yield return $"Durability is {Durability} and must be a value of {nameof(SqliteDurability)}.";
        }
    }
}
