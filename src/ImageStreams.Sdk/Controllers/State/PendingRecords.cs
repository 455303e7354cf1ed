using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>Records that are to be written, the last one of each key. Safe to share between threads.</summary>
internal sealed class PendingRecords
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Section, string Key), StateRecord> _records = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _records.Count;
            }
        }
    }

    /// <summary>Adds records, each in place of the one with the same section and key.</summary>
    public void Add(IReadOnlyList<StateRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var record in records)
            {
                _records[(record.Section, record.Key)] = record;
            }
        }
    }

    /// <summary>Gets some of the records, which stay until <see cref="Remove"/>.</summary>
    public List<StateRecord> Peek(int max)
    {
        lock (_gate)
        {
            return [.. _records.Values.Take(max)];
        }
    }

    /// <summary>Removes records that were written, except those that were replaced in the meantime.</summary>
    public void Remove(List<StateRecord> written)
    {
        lock (_gate)
        {
            foreach (var record in written)
            {
                var key = (record.Section, record.Key);
                if (_records.TryGetValue(key, out var current) && ReferenceEquals(current, record))
                {
                    _records.Remove(key);
                }
            }
        }
    }

    /// <summary>Removes the records that a condition selects.</summary>
    public void RemoveWhere(Func<StateRecord, bool> select)
    {
        lock (_gate)
        {
            foreach (var key in _records.Where(record => select(record.Value)).Select(static record => record.Key).ToList())
            {
                _records.Remove(key);
            }
        }
    }
}
