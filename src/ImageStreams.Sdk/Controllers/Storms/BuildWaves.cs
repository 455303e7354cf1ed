using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run, and those that wait for their images.</summary>
/// <remarks>
/// A build waits for the builds that lead to its base images, and not for those in one cycle with it. So those that wait for
/// each other are in the order of the cycles, and none waits for itself, by whatever way.
/// </remarks>
internal sealed class BuildWaves(BuildWaveOptions options, LiveTagLookup tags)
{
    private readonly WaveGraph _graph = new(tags.FindFollowed);
    private readonly Dictionary<TriggerObject, TagEvent?> _running = [];

    /// <summary>The times since which each build has waited for others, the former ones included.</summary>
    private readonly Dictionary<TriggerObject, Dictionary<TriggerObject, DateTimeOffset>> _since = [];

    private readonly Dictionary<TriggerObject, TriggerObject> _upstream = [];
    private readonly Dictionary<TriggerObject, HashSet<TriggerObject>> _waiters = [];
    private readonly TimeSpan _maxWait = options.MaxWait;

    public void Observe(BuildConfig buildConfig) => _graph.Set(buildConfig);

    public void Remove(TriggerObject name)
    {
        _graph.Remove(name);
        _running.Remove(name);
        StopWaiting(name);
    }

    /// <summary>Determines whether a build runs whose image has not arrived.</summary>
    public bool IsRunning(TriggerObject name) => _running.ContainsKey(name);

    /// <summary>Records the start of a build.</summary>
    public void Start(TriggerObject name)
    {
        if (_graph.FindOutput(name) is { } output)
        {
            _running[name] = tags.FindLatest(output);
        }
    }

    /// <summary>Records the end of a build, with an image or without.</summary>
    public void End(TriggerObject name) => _running.Remove(name);

    /// <summary>Lists the builds whose image has arrived in a stream, and which no longer count as running.</summary>
    public List<TriggerObject> EndArrived(ImageStreamName stream)
    {
        var arrived = _running
            .Where(running => HasArrived(stream, running.Key, running.Value))
            .Select(running => running.Key)
            .ToList();
        arrived.ForEach(name => _running.Remove(name));
        return arrived;
    }

    /// <summary>Finds the build that another one has to wait for; null when there is none, or it has waited long enough.</summary>
    /// <param name="name">The build that is to start.</param>
    /// <param name="now">The time.</param>
    /// <param name="isInMotion">Determines whether a build is queued, waits or runs.</param>
    public TriggerDelay.UpstreamBuild? FindDelay(TriggerObject name, DateTimeOffset now, Func<TriggerObject, bool> isInMotion)
    {
        Forget(name);
        var upstream = _graph.ListUpstream(name).FirstOrDefault(other =>
            isInMotion(other) && GetEnd(name, other, now) > now && !_graph.AreInOneCycle(name, other));
        if (upstream is null)
        {
            return null;
        }

        Wait(name, upstream, now);
        return new TriggerDelay.UpstreamBuild { Upstream = upstream, Until = GetEnd(name, upstream, now) };
    }

    /// <summary>Ends the wait of a build that starts, or is no longer required.</summary>
    public void StopWaiting(TriggerObject name)
    {
        _since.Remove(name);
        Forget(name);
    }

    /// <summary>Lists the builds that wait for another one; their waits go on until they are evaluated again.</summary>
    public IReadOnlyCollection<TriggerObject> ListWaiters(TriggerObject upstream) =>
        _waiters.TryGetValue(upstream, out var waiters) ? [.. waiters] : [];

    private bool HasArrived(ImageStreamName stream, TriggerObject name, TagEvent? former) =>
        _graph.FindOutput(name) is { } output
        && output.Namespace == stream.Namespace
        && output.Stream == stream.Name
        && tags.FindLatest(output) != former;

    /// <summary>Gets the time at which a build gives another one up.</summary>
    private DateTimeOffset GetEnd(TriggerObject name, TriggerObject upstream, DateTimeOffset now) =>
        (_since.TryGetValue(name, out var waits) && waits.TryGetValue(upstream, out var since) ? since : now) + _maxWait;

    private void Wait(TriggerObject name, TriggerObject upstream, DateTimeOffset now)
    {
        if (!_since.TryGetValue(name, out var waits))
        {
            _since.Add(name, waits = []);
        }

        waits.TryAdd(upstream, now);
        _upstream[name] = upstream;
        if (!_waiters.TryGetValue(upstream, out var waiters))
        {
            _waiters.Add(upstream, waiters = []);
        }

        waiters.Add(name);
    }

    private void Forget(TriggerObject name)
    {
        if (_upstream.Remove(name, out var upstream) && _waiters.TryGetValue(upstream, out var waiters))
        {
            waiters.Remove(name);
            if (waiters.Count == 0)
            {
                _waiters.Remove(upstream);
            }
        }
    }
}
