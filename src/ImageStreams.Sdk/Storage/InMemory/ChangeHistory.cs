namespace ImageStreams.Storage;

/// <summary>The last revisions of one kind, kept once for all readers.</summary>
/// <remarks>
/// <para>A circular buffer: revision <c>i</c> is in slot <c>i mod slots</c> until a later one overwrites it. The index
/// in a revision shows a reader whether it found the requested one. When the changes keep too many bytes, the oldest are
/// removed from their slots.</para>
/// <para>One writer at a time publishes; readers do not wait for a turn.</para>
/// </remarks>
internal sealed class ChangeHistory<T>
    where T : ApiObject
{
    /// <summary>The estimated bytes of a revision, its event, and the nodes of the index that it does not share.</summary>
    private const long RevisionBytes = 2048;

    private readonly Revision<T>?[] _kept;
    private readonly long[] _keptBytes;
    private readonly long _maxBytes;
    private readonly Func<T, T?, long> _measureDropped;
    private Revision<T> _latest;
    private long _oldest;
    private long _bytes;

    /// <summary>Creates a history without changes.</summary>
    /// <param name="changes">The number of changes to keep.</param>
    /// <param name="maxBytes">The number of bytes that they may keep.</param>
    /// <param name="measureDropped">
    /// Estimates the bytes of an object that the next one, which is null when it was deleted, does not share.
    /// </param>
    /// <param name="version">The version of the state without objects.</param>
    public ChangeHistory(int changes, long maxBytes, Func<T, T?, long> measureDropped, long version)
    {
        (_maxBytes, _measureDropped) = (maxBytes, measureDropped);
        _latest = new Revision<T>(0, version, default, null);
        // One slot more than changes, because the state before the first kept change is kept, too.
        _kept = new Revision<T>?[changes + 1];
        _kept[0] = _latest;
        _keptBytes = new long[_kept.Length];
    }

    /// <summary>The current state.</summary>
    public Revision<T> Latest
    {
        get
        {
            StoreSteps.Reached(StoreStep.ReadLatest);
            return Volatile.Read(ref _latest);
        }
    }

    /// <summary>Makes a revision the latest, which can then also be found by its index.</summary>
    public void Publish(Revision<T> next)
    {
        Reserve(next);
        StoreSteps.Reached(StoreStep.KeepRevision);
        Volatile.Write(ref _kept[Slot(next.Index)], next);
        StoreSteps.Reached(StoreStep.PublishRevision);
        Volatile.Write(ref _latest, next);
    }

    /// <summary>Finds a revision by its index; null when it is no longer kept.</summary>
    public Revision<T>? Find(long index)
    {
        StoreSteps.Reached(StoreStep.ReadKept);
        var found = Volatile.Read(ref _kept[Slot(index)]);
        return found?.Index == index ? found : null;
    }

    /// <summary>Finds the state at a version, which is the last revision that is not later; null when it is no longer
    /// kept.</summary>
    /// <param name="version">The version; one that is not reached yet has the latest state.</param>
    public Revision<T>? FindAtVersion(long version)
    {
        var latest = Latest;
        return latest.Version <= version ? latest : Search(version, latest.Index);
    }

    // Counts the bytes of a revision, and removes the oldest ones until it fits; the one before it stays, as the state before.
    private void Reserve(Revision<T> next)
    {
        _oldest = Math.Max(_oldest, next.Index + 1 - _kept.Length);
        ref var bytes = ref _keptBytes[Slot(next.Index)];
        _bytes -= bytes;
        bytes = MeasureKept(next.Change!);
        _bytes += bytes;
        for (; _bytes > _maxBytes && _oldest < next.Index - 1; _oldest++)
        {
            ref var oldest = ref _keptBytes[Slot(_oldest)];
            _bytes -= oldest;
            oldest = 0;
            Volatile.Write(ref _kept[Slot(_oldest)], null);
        }
    }

    // What exists after the change is not counted: it would be in memory without a history, too. A store knows the state before.
    private long MeasureKept(WatchEvent<T> change) => RevisionBytes + change switch
    {
        WatchEvent<T>.Modified modified => _measureDropped(modified.Previous!, modified.Object),
        WatchEvent<T>.Deleted deleted => _measureDropped(deleted.Object, null),
        _ => 0,
    };

    // Revisions may be overwritten during the search, oldest first: if one is gone, all earlier ones are, too.
    private Revision<T>? Search(long version, long end)
    {
        Revision<T>? best = null;
        var begin = Math.Max(0, end + 1 - _kept.Length);
        while (begin < end)
        {
            var middle = begin + ((end - begin) / 2);
            var found = Find(middle);
            if (found?.Version > version)
            {
                end = middle;
            }
            else
            {
                best = found;
                begin = middle + 1;
            }
        }

        return best;
    }

    private int Slot(long index) => (int)(index % _kept.Length);
}
