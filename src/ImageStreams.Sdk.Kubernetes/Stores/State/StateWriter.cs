using System.Text;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Writes batches, one after the other: a batch of several parts is a pending write first, so that all of it comes to be.</summary>
internal sealed class StateWriter(StateClient client, StateLayout layout, StateRoom room)
{
    private const int MaxParallel = 8;

    private (string Name, StateBatch? Batch)? _unfinished;

    /// <summary>Writes a batch.</summary>
    /// <exception cref="StoreException">There is no room for it.</exception>
    public async Task WriteAsync(StateBatch batch, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken).ConfigureAwait(false);
        await room.RequireAsync(batch, cancellationToken).ConfigureAwait(false);
        if (batch.Parts.Count == 1)
        {
            await WritePartsAsync(batch, cancellationToken).ConfigureAwait(false);
            return;
        }

        await BeginAsync(batch, cancellationToken).ConfigureAwait(false);
        await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finishes a write that was interrupted.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_unfinished is { } write)
        {
            await WriteAllAsync(write.Name, write.Batch, cancellationToken).ConfigureAwait(false);
            await client.DeleteAsync(write.Name, cancellationToken).ConfigureAwait(false);
            _unfinished = null;
        }
    }

    private async Task WriteAllAsync(string name, StateBatch? batch, CancellationToken cancellationToken)
    {
        try
        {
            await WritePartsAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Invalid || e.Status.Code == 413)
        {
            // Another process has taken the room: no attempt would do it.
            _unfinished = (name, null);
            throw;
        }
    }

    private async Task BeginAsync(StateBatch batch, CancellationToken cancellationToken)
    {
        var records = batch.Write();
        if (Encoding.UTF8.GetByteCount(records) > StateRoom.MaxBytes)
        {
            throw StoreFailures.TooMuchState($"the write has {records.Length} characters; write fewer records at once");
        }

        // A call that fails may have created it: then it goes before the next write.
        var name = layout.CreatePendingName();
        _unfinished = (name, null);
        await client.CreatePendingAsync(name, records, cancellationToken).ConfigureAwait(false);
        _unfinished = (name, batch);
    }

    private async Task WritePartsAsync(StateBatch? batch, CancellationToken cancellationToken)
    {
        if (batch is null)
        {
            return;
        }

        var limits = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batch.Parts, limits, async (part, token) =>
        {
            if (await client.WriteAsync(part.Key, part.Value, token).ConfigureAwait(false) is { } written)
            {
                room.Note(part.Key, written);
            }
        }).ConfigureAwait(false);
    }
}
