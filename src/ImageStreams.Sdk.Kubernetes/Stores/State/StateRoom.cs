
namespace ImageStreams.Kubernetes;

/// <summary>Knows how full the parts are, so that a write that has no room is refused as a whole.</summary>
/// <remarks>Between processes that write to one part, some room is left over for what this one has not seen.</remarks>
internal sealed class StateRoom(StateClient client, StateLayout layout)
{
    /// <summary>The bytes that a ConfigMap may have; a cluster takes 1 MiB.</summary>
    public const int MaxBytes = 1_000_000;

    private readonly Dictionary<StatePart, int> _bytes = [];
    private readonly Lock _lock = new();

    /// <summary>Notes the size of a part as it was read.</summary>
    public void Note(StatePart part, ClusterObject value)
    {
        lock (_lock)
        {
            _bytes[part] = StateDocuments.Measure(value);
        }
    }

    /// <summary>Refuses a batch that has no room.</summary>
    /// <exception cref="Storage.StoreException">There is no room.</exception>
    public async Task RequireAsync(StateBatch batch, CancellationToken cancellationToken)
    {
        foreach (var (part, entries) in batch.Parts)
        {
            // What goes for it is not known here: only a part that may be full is read.
            if (GetBytes(part) + Measure(entries) > MaxBytes)
            {
                await RequireAsync(part, entries, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RequireAsync(StatePart part, Dictionary<string, string?> entries, CancellationToken cancellationToken)
    {
        var objects = await client.ListAsync([part.Section], cancellationToken).ConfigureAwait(false);
        var stays = objects.Find(one => one.Name == layout.GetName(part)) is { } found
            ? StateDocuments.Read(found).Where(entry => !entries.ContainsKey(entry.Key)).Sum(static entry => StateDocuments.Measure(entry.Key, entry.Value))
            : 0;
        if (stays + Measure(entries) is var bytes and > MaxBytes)
        {
            throw StoreFailures.TooMuchState($"part {part.Number} of '{part.Section}' would have {bytes} bytes, and a ConfigMap has at most {MaxBytes}");
        }
    }

    private int GetBytes(StatePart part)
    {
        lock (_lock)
        {
            return _bytes.GetValueOrDefault(part);
        }
    }

    private static int Measure(Dictionary<string, string?> entries) => entries.Sum(static entry => StateDocuments.Measure(entry.Key, entry.Value));
}
