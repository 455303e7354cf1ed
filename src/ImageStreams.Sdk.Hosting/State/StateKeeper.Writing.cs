using ImageStreams.Storage;

namespace ImageStreams.Hosting;

/// <content>Writes of the changes, while the writer has its turn.</content>
internal sealed partial class StateKeeper
{
    private async Task<bool> WritePendingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAllAsync(cancellationToken).ConfigureAwait(false);
            RecordSuccess();
            return true;
        }
        catch (StoreException e)
        {
            health.RecordFailure(e.Message);
            logger.StateNotWritten(e.Message);
            return false;
        }
    }

    /// <summary>Writes all changes at once; when the store refuses one of them, each for itself.</summary>
    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync([.. _pending.Values], cancellationToken).ConfigureAwait(false);
            _pending.Clear();
        }
        catch (ArgumentException)
        {
            foreach (var record in _pending.Values.ToList())
            {
                await WriteOneAsync(record, cancellationToken).ConfigureAwait(false);
                _pending.Remove((record.Section, record.Key));
            }
        }
    }

    private async Task WriteOneAsync(StateRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync([record], cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            logger.RecordRefused(record.Section, record.Key, e.Message);
        }
    }
}
