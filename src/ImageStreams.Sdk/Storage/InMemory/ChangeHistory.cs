namespace ImageStreams.Storage;

/// <summary>The last revisions of one kind, kept once for all readers.</summary>
/// <remarks>
/// <para>A circular buffer: revision <c>i</c> is in slot <c>i mod slots</c> until a later one overwrites it. The index
/// in a revision shows a reader whether it found the requested one.</para>
/// <para>One writer at a time publishes; readers do not wait for a turn.</para>
/// </remarks>
internal sealed class ChangeHistory<T>
    where T : ApiObject
{
    private readonly Revision<T>?[] _kept;
    private Revision<T> _latest;

    /// <summary>Creates a history without changes.</summary>
    /// <param name="changes">The number of changes to keep.</param>
    /// <param name="version">The version of the state without objects.</param>
    public ChangeHistory(int changes, long version)
    {
        _latest = new Revision<T>(0, version, default, null);
        // One slot more than changes, because the state before the first kept change is kept, too.
        _kept = new Revision<T>?[changes + 1];
        _kept[0] = _latest;
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
