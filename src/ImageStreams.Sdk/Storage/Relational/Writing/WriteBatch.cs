namespace ImageStreams.Storage;

/// <summary>The statements and the changes of one transaction.</summary>
internal sealed class WriteBatch(StoreHeader header, int history, long number, DateTimeOffset time)
{
    // Rows are deleted in steps, so that not every write has to; a step takes several times more than what one adds.
    private const int SweepStep = 256;

    private readonly List<Statement> _statements = [];
    private readonly List<StoreChange> _changes = [];

    /// <summary>The random number of the transaction.</summary>
    public long Number => number;

    /// <summary>The time of the database.</summary>
    public DateTimeOffset Time => time;

    /// <summary>The version of the next write.</summary>
    public long NextVersion => header.Current + _changes.Count + 1;

    public IReadOnlyList<StoreChange> Changes => _changes;

    public bool IsEmpty => _statements.Count == 0;

    public void Add(Statement statement) => _statements.Add(statement);

    /// <summary>Adds a change with the <see cref="NextVersion"/>, and its statements.</summary>
    public void Add(StoreChange change, params ReadOnlySpan<Statement> statements)
    {
        _changes.Add(change);
        _statements.AddRange(statements);
    }

    /// <summary>Returns all statements, with those that count the versions and forget the oldest.</summary>
    public IReadOnlyList<Statement> Finish(string? announcement)
    {
        if (_changes.Count > 0)
        {
            Compact(header.Current + _changes.Count);
            _statements.AddRange(announcement is null ? [] : [new Statement(announcement)]);
        }

        return _statements;
    }

    private void Compact(long current)
    {
        var compacted = Math.Max(header.Compacted, current - history);
        var swept = header.Swept;
        if (compacted - swept >= SweepStep)
        {
            var end = Math.Min(compacted, swept + (SweepStep * 4));
            _statements.Add(new Statement(StoreSql.SweepReplaced, swept, end));
            _statements.Add(new Statement(StoreSql.SweepTombstones, swept, end));
            swept = end;
        }

        _statements.Add(new Statement(StoreSql.UpdateHeader, current, compacted, swept));
    }
}
