using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Reads a section, and finishes what a process that is gone has begun to write.</summary>
/// <remarks>
/// A write that is not done yet counts: it is laid over what is read. Parts are written as they were read only, so that a write that
/// another process has finished meanwhile, and overwritten, does not come back.
/// </remarks>
internal sealed class StateReader(StateClient client, StateLayout layout, StateRoom room)
{
    private const int MaxAttempts = 5;

    /// <summary>Reads the parts of a section, and the writes that are not done, the oldest first.</summary>
    public async Task<StateContents> ReadAsync(string section, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var contents = new StateContents(await client.ListAsync([section], cancellationToken).ConfigureAwait(false));
            if (contents.Pending.Count == 0 || attempt == MaxAttempts)
            {
                NoteRoom(section, contents);
                return contents;
            }

            await TryFinishAsync(contents.Pending[0], cancellationToken).ConfigureAwait(false);
            await ConflictWaits.WaitAsync(attempt, client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private void NoteRoom(string section, StateContents contents)
    {
        var parts = contents.FindParts(section).ToDictionary(static one => one.Name, StringComparer.Ordinal);
        for (var number = 0; number < StatePart.Count; number++)
        {
            var part = new StatePart(section, number);
            if (parts.TryGetValue(layout.GetName(part), out var found))
            {
                room.Note(part, found);
            }
        }
    }

    private async Task TryFinishAsync(ClusterObject pending, CancellationToken cancellationToken)
    {
        try
        {
            await FinishAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists or ApiFailure.NotFound)
        {
            // Its own process goes on with it, or another one writes: what is there now decides.
        }
    }

    private async Task FinishAsync(ClusterObject pending, CancellationToken cancellationToken)
    {
        if (StateClient.ReadPending(pending) is { } batch)
        {
            var objects = await client.ListAsync(batch.Sections, cancellationToken).ConfigureAwait(false);
            if (!objects.Exists(one => one.Name == pending.Name))
            {
                return;
            }

            foreach (var (part, entries) in batch.Parts)
            {
                var found = objects.Find(one => one.Name == layout.GetName(part));
                await client.WriteAsync(part, entries, found, cancellationToken).ConfigureAwait(false);
            }
        }

        await client.DeleteAsync(pending.Name, cancellationToken).ConfigureAwait(false);
    }
}
