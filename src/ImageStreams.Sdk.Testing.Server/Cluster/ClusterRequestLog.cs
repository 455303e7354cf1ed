namespace ImageStreams.Testing.Server;

/// <summary>The newest requests to a cluster.</summary>
internal sealed class ClusterRequestLog(int capacity)
{
    private readonly Lock _lock = new();
    private readonly List<ClusterRequest> _requests = [];
    private long _removed;

    /// <summary>Adds a request.</summary>
    /// <returns>Its number.</returns>
    public long Add(ClusterRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == capacity)
            {
                _requests.RemoveAt(0);
                _removed++;
            }

            _requests.Add(request);
            return _removed + _requests.Count - 1;
        }
    }

    /// <summary>Notes the status of the answer.</summary>
    public void SetStatus(long number, int status)
    {
        lock (_lock)
        {
            var index = (int)(number - _removed);
            if (index >= 0 && index < _requests.Count)
            {
                _requests[index] = _requests[index] with { StatusCode = status };
            }
        }
    }

    public IReadOnlyList<ClusterRequest> Snapshot()
    {
        lock (_lock)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _removed += _requests.Count;
            _requests.Clear();
        }
    }
}
