using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run, and those that wait for their images.</summary>
/// <remarks>
/// A build waits for the builds that lead to its base images, and not for those in one cycle with it. So those that wait for
/// each other are in the order of the cycles, and none waits for itself, by whatever way.
/// </remarks>
/// <param name="options">The limits.</param>
/// <param name="tags">The observed streams.</param>
/// <param name="isInMotion">Determines whether a build is queued, waits or runs.</param>
internal sealed class BuildWaves(BuildWaveOptions options, LiveTagLookup tags, Func<TriggerObject, bool> isInMotion)
{
    private readonly WaveGraph _graph = new(tags.FindFollowed);
    private readonly WaveRuns _runs = new(tags);

    /// <summary>The times since which each build has waited for others, the former ones included.</summary>
    private readonly Dictionary<TriggerObject, Dictionary<TriggerObject, DateTimeOffset>> _since = [];

    private readonly Dictionary<TriggerObject, TriggerObject> _upstream = [];
    private readonly Dictionary<TriggerObject, HashSet<TriggerObject>> _waiters = [];
    private readonly TimeSpan _maxWait = options.MaxWait;

    public void Observe(BuildConfig buildConfig) => _graph.Set(buildConfig);

    public void Remove(TriggerObject name)
    {
        _graph.Remove(name);
        _runs.End(name);
        StopWaiting(name);
    }

    /// <summary>Determines whether a build runs whose image has not arrived.</summary>
    public bool IsRunning(TriggerObject name) => _runs.Contains(name);

    /// <summary>Records the start of a build.</summary>
    public void Start(TriggerObject name, DateTimeOffset now)
    {
        if (_graph.FindOutput(name) is { } output)
        {
            _runs.Start(name, output, now);
        }
    }

    /// <summary>Records the end of a build, with an image or without.</summary>
    public void End(TriggerObject name) => _runs.End(name);

    /// <summary>Lists the builds whose image has arrived in a stream, and which no longer count as running.</summary>
    public List<TriggerObject> EndArrived(ImageStreamName stream) => _runs.EndArrived(stream);

    /// <summary>Finds the build that another one has to wait for; null when there is none, or it has waited long enough.</summary>
    /// <param name="name">The build that is to start.</param>
    /// <param name="now">The time.</param>
    public TriggerDelay.UpstreamBuild? FindDelay(TriggerObject name, DateTimeOffset now)
    {
        Forget(name);
        HashSet<TriggerObject>? cycle = null;
        var upstream = _graph.ListUpstream(name).FirstOrDefault(other =>
            IsAwaited(name, other, now) && !(cycle ??= _graph.ListCycle(name)).Contains(other));
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

    /// <summary>Determines whether a build brings an image soon enough. One that has run for too long is waited for no more:
    /// perhaps nobody has told of its end.</summary>
    private bool IsAwaited(TriggerObject name, TriggerObject upstream, DateTimeOffset now)
    {
        if (_runs.FindStart(upstream) + _maxWait <= now)
        {
            _runs.End(upstream);
        }

        return isInMotion(upstream) && GetEnd(name, upstream, now) > now;
    }

    /// <summary>Gets the time at which a build gives another one up.</summary>
    private DateTimeOffset GetEnd(TriggerObject name, TriggerObject upstream, DateTimeOffset now)
    {
        var since = _since.TryGetValue(name, out var waits) && waits.TryGetValue(upstream, out var time) ? time : now;
        return (_runs.FindStart(upstream) is { } started && started < since ? started : since) + _maxWait;
    }

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
