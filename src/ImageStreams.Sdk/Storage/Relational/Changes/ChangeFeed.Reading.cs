namespace ImageStreams.Storage;

internal sealed partial class ChangeFeed
{
    /// <summary>Brings everything that is committed now into the ring.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var header = await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            Skip(header);
            for (var after = Ring.Reached; after < header.Current; after = Ring.Reached)
            {
                await ReadAsync(after, header.Current, cancellationToken).ConfigureAwait(false);
            }

            Recover();
        }
        finally
        {
            _reading.Release();
        }
    }

    // What would not fit anyway is not read; watchers that are older read it from the database.
    private void Skip(StoreHeader header)
    {
        lock (_lock)
        {
            var first = Math.Max(header.Compacted, header.Current - (capacity / 2));
            if (Ring.Reached == 0 || Ring.Reached < header.Compacted || header.Current - Ring.Reached > capacity)
            {
                Ring.Restart(_watchers <= 1 ? header.Current : first);
            }
        }
    }

    private async Task ReadAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        var changes = await reader.ReadAsync(after, upTo, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            if (!IsWhole(changes, after) || !Ring.TryAppend(changes))
            {
                // Watchers that need them read them from the database, and find out that they fell behind.
                Ring.Restart(Math.Max(Ring.Reached, upTo));
            }
        }
    }

    // Rows that are forgotten while they are read leave gaps, and changes without the object before them.
    private static bool IsWhole(List<StoreChange> changes, long after) => changes.Count > 0
        && changes[^1].Version - after == changes.Count && changes.TrueForAll(static change => change.IsWhole);

    // The error has passed. Watches that have not seen it have missed nothing; later ones must not get it.
    private void Recover()
    {
        lock (_lock)
        {
            if (!_isDisposed && Ring.Failure is not null)
            {
                Ring.Fail(null);
            }
        }
    }
}
