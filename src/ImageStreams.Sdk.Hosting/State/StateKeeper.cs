using ImageStreams.Controllers;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Writes what the controllers remember, and reads it again.</summary>
/// <remarks>Writers take turns; one that had to wait finds its changes written by another one. Changes that could not be
/// written are kept until they are; only a record that the store refuses as such is given up, lest it keep all others from
/// being written.</remarks>
internal sealed partial class StateKeeper(
    IStateStore store,
    IReadOnlyList<IStateSource> sources,
    ActiveShards shards,
    StoreHealth health,
    ILogger<StateKeeper> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<(string Section, string Key), StateRecord> _pending = [];

    /// <summary>Reads the state, and restores it in the controllers.</summary>
    /// <param name="isWanted">Determines which records are restored.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of records.</returns>
    /// <exception cref="StoreException">The store failed; its health says so.</exception>
    public async Task<int> LoadAsync(Func<StateRecord, bool> isWanted, CancellationToken cancellationToken)
    {
        try
        {
            var count = 0;
            foreach (var source in sources)
            {
                count += await LoadAsync(source, isWanted, cancellationToken).ConfigureAwait(false);
            }

            RecordSuccess();
            return count;
        }
        catch (StoreException e)
        {
            health.RecordFailure(e.Message);
            throw;
        }
    }

    /// <summary>Writes what has changed.</summary>
    /// <param name="cancellationToken">A token to cancel the operation; the changes are then written later.</param>
    /// <returns>False when the store failed.</returns>
    public async Task<bool> WriteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Collect();
            return _pending.Count == 0 || await WritePendingAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs a step between two writes; changes from before it that belong to no active shard afterwards are not
    /// written.</summary>
    public async Task ForgetAsync(Action step, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            step();
            Collect();
            foreach (var lost in _pending.Values.Where(record => !shards.IsActive(record)).ToList())
            {
                _pending.Remove((lost.Section, lost.Key));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads a section between two writes, unless changes of it are still to be written.</summary>
    public async Task ReadAsync(
        string section, Action<IReadOnlyCollection<StateRecord>> use, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_pending.Keys.Any(key => key.Section == section))
            {
                use(await store.ReadAsync(section, cancellationToken).ConfigureAwait(false));
                RecordSuccess();
            }
        }
        catch (StoreException e)
        {
            health.RecordFailure(e.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<int> LoadAsync(
        IStateSource source, Func<StateRecord, bool> isWanted, CancellationToken cancellationToken)
    {
        List<StateRecord> records = [];
        foreach (var section in source.StateSections)
        {
            records.AddRange(await store.ReadAsync(section, cancellationToken).ConfigureAwait(false));
        }

        var wanted = records.Where(isWanted).ToList();   // at the last moment: a shard may have been lost meanwhile
        source.RestoreState(wanted);
        return wanted.Count;
    }

    private void Collect()
    {
        foreach (var record in sources.SelectMany(static source => source.TakeStateChanges()).Where(shards.IsActive))
        {
            _pending[(record.Section, record.Key)] = record;
        }
    }

    private void RecordSuccess()
    {
        if (health.RecordSuccess())
        {
            logger.StoreRecovered();
        }
    }
}
