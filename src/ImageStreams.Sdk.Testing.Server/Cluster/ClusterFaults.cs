
namespace ImageStreams.Testing.Server;

/// <summary>The faults of a <see cref="FakeCluster"/>, and their control.</summary>
/// <remarks>Requests of the cluster's own controllers do not go through HTTP, and have no faults. Thread-safe.</remarks>
public sealed class ClusterFaults
{
    private readonly Lock _lock = new();
    private readonly List<PlannedClusterFault> _planned = [];
    private readonly HashSet<Action> _watches = [];

    internal ClusterFaults()
    {
    }

    /// <summary>Lets the next requests go wrong.</summary>
    /// <param name="fault">The way in which they do.</param>
    /// <param name="filter">Selects the requests; null for those that the fault can concern: writes for a conflict, watches for a
    /// cut, all for others.</param>
    /// <param name="times">The number of requests; 1 or more, 1 by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void FailNext(ClusterFault fault, Func<ClusterRequest, bool>? filter = null, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Plan(fault, filter, times);
    }

    /// <summary>Lets all requests go wrong until the result is disposed of.</summary>
    /// <param name="fault">The way in which they do.</param>
    /// <param name="filter">Selects the requests; null as for <see cref="FailNext"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public IDisposable FailUntilDisposed(ClusterFault fault, Func<ClusterRequest, bool>? filter = null)
    {
        var planned = Plan(fault, filter, int.MaxValue);
        return new End(this, planned);
    }

    /// <summary>Ends all faults that were planned.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
        }
    }

    /// <summary>Cuts all watches off that run now, in the middle of their connections.</summary>
    /// <returns>The number of watches.</returns>
    public int CutWatches()
    {
        // A request that ends meanwhile waits for its turn to leave: its connection is not that of another one yet.
        lock (_lock)
        {
            Action[] cut = [.. _watches];
            _watches.Clear();
            Array.ForEach(cut, static abort => abort());
            return cut.Length;
        }
    }

    /// <summary>Takes the fault of a request; null for none.</summary>
    internal ClusterFault? Take(ClusterRequest request)
    {
        // Filters are the test's: they may plan faults themselves, and are called without the lock.
        return Array.Find(Snapshot(), one => one.Selects(request) && TryTake(one))?.Fault;
    }

    private PlannedClusterFault[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _planned];
        }
    }

    private bool TryTake(PlannedClusterFault planned)
    {
        lock (_lock)
        {
            var isThere = _planned.Contains(planned);
            if (isThere && planned.TakeOne())
            {
                _planned.Remove(planned);
            }

            return isThere;
        }
    }

    /// <summary>Notes a watch that runs.</summary>
    internal void AddWatch(Action abort)
    {
        lock (_lock)
        {
            _watches.Add(abort);
        }
    }

    /// <summary>Notes that a watch has ended.</summary>
    internal void RemoveWatch(Action abort)
    {
        lock (_lock)
        {
            _watches.Remove(abort);
        }
    }

    private PlannedClusterFault Plan(ClusterFault fault, Func<ClusterRequest, bool>? filter, int times)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var planned = new PlannedClusterFault(fault, filter, times);
        lock (_lock)
        {
            _planned.Add(planned);
        }

        return planned;
    }

    private sealed class End(ClusterFaults faults, PlannedClusterFault planned) : IDisposable
    {
        public void Dispose()
        {
            lock (faults._lock)
            {
                faults._planned.Remove(planned);
            }
        }
    }
}
