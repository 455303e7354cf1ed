namespace ImageStreams.Kubernetes;

/// <summary>Values of namespaces, made when they are asked for; beyond a number, the one not asked for longest is dropped.</summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class NamespaceCache<T>(int limit, Func<string, T> create) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Namespace, T Value)>> _nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Namespace, T Value)> _byUse = new();
    private bool _isDisposed;

    /// <summary>Finds the value of a namespace, or makes it.</summary>
    public T Get(string ns)
    {
        T? dropped;
        T value;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            (value, dropped) = Use(ns);
        }

        // The requests that have it still go on with what they read.
        _ = dropped?.DisposeAsync().AsTask();
        return value;
    }

    /// <summary>The values that are kept, the last one that was asked for first; a copy.</summary>
    public IReadOnlyList<T> Values
    {
        get
        {
            lock (_lock)
            {
                return [.. _byUse.Select(static node => node.Value)];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<T> all;
        lock (_lock)
        {
            _isDisposed = true;
            all = [.. Values];
            _byUse.Clear();
            _nodes.Clear();
        }

        foreach (var value in all)
        {
            await value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private (T Value, T? Dropped) Use(string ns)
    {
        if (_nodes.TryGetValue(ns, out var known))
        {
            _byUse.Remove(known);
            _byUse.AddFirst(known);
            return (known.Value.Value, null);
        }

        var added = _byUse.AddFirst((ns, create(ns)));
        _nodes[ns] = added;
        return (added.Value.Value, _nodes.Count > limit ? DropLast() : null);
    }

    private T DropLast()
    {
        var last = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _nodes.Remove(last.Namespace);
        return last.Value;
    }
}
