using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>A state of controllers in memory, which ends with the process.</summary>
public sealed class InMemoryStateStore : IStateStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, StateRecord>> _sections = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is null.</exception>
    public ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(section);
        cancellationToken.ThrowIfCancellationRequested();

        lock (_gate)
        {
            return new(_sections.TryGetValue(section, out var records) ? records.Values.ToValueList() : []);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null, or has a null record.</exception>
    public ValueTask WriteAsync(IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        StateRecord[] written = [.. records];
        foreach (var record in written)
        {
            StoreArguments.Require(record);
        }

        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            foreach (var record in written)
            {
                Write(record);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void Write(StateRecord record)
    {
        if (!_sections.TryGetValue(record.Section, out var records))
        {
            records = new(Utf8Order.Comparer);
            _sections.Add(record.Section, records);
        }

        if (record.Value is null)
        {
            records.Remove(record.Key);
        }
        else
        {
            records[record.Key] = record;
        }
    }
}
