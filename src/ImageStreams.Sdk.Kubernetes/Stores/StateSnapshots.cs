namespace ImageStreams.Kubernetes;

/// <summary>The states whose lists are read page by page, for as long as there are few of them.</summary>
/// <remarks>Beside the latest one, they have 20,000 objects at most, together with it. A state that is not here is read again from the cluster, which knows it for some minutes.</remarks>
internal sealed class StateSnapshots<T>
    where T : ApiObject
{
    private const int Capacity = 4;
    private const int MaxObjects = 20_000;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string? Namespace, StoredState<T> State)> _states = new();

    public void Add(string? ns, StoredState<T> state)
    {
        lock (_lock)
        {
            _states.AddFirst((ns, state));
            while (_states.Count > Capacity || (_states.Count > 1 && _states.Sum(static entry => (long)entry.State.Items.Count) > MaxObjects))
            {
                _states.RemoveLast();
            }
        }
    }

    public StoredState<T>? Find(string? ns, long version)
    {
        lock (_lock)
        {
            return _states.FirstOrDefault(entry => entry.Namespace == ns && entry.State.Version == version).State;
        }
    }

    /// <summary>Forgets a state whose last page was read.</summary>
    public void Remove(StoredState<T> state)
    {
        lock (_lock)
        {
            if (_states.FirstOrDefault(entry => ReferenceEquals(entry.State, state)) is { State: not null } entry)
            {
                _states.Remove(entry);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _states.Clear();
        }
    }
}
