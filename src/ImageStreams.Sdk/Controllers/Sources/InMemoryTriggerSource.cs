using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>A source of objects with triggers that an app or a test keeps up to date itself.</summary>
/// <remarks>Keeps its objects in memory, and no history. All members are thread-safe.</remarks>
public sealed class InMemoryTriggerSource : ITriggerSource
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TriggerObject, TriggerSourceEvent> _objects = [];
    private readonly HashSet<Channel<TriggerSourceEvent>> _watches = [];

    /// <summary>The number of objects.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    /// <summary>Adds a build configuration, or replaces the one of the same name.</summary>
    /// <param name="buildConfig">The build configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public void Set(BuildConfig buildConfig) => Set(
        TriggerObject.From(buildConfig), new TriggerSourceEvent.BuildConfigObserved { BuildConfig = buildConfig });

    /// <summary>Adds a deployment configuration, or replaces the one of the same name.</summary>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public void Set(DeploymentConfig deploymentConfig) => Set(
        TriggerObject.From(deploymentConfig),
        new TriggerSourceEvent.DeploymentConfigObserved { DeploymentConfig = deploymentConfig });

    /// <summary>Adds a workload, or replaces the one of the same kind and name.</summary>
    /// <param name="workload">The workload.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public void Set(Workload workload) => Set(
        TriggerObject.From(workload), new TriggerSourceEvent.WorkloadObserved { Workload = workload });

    /// <summary>Removes an object.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Remove(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            if (!_objects.Remove(target))
            {
                return false;
            }

            Publish(new TriggerSourceEvent.Removed { Object = target });
            return true;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var watch = StartWatch();
        try
        {
            await foreach (var change in watch.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watches.Remove(watch);
            }
        }
    }

    private void Set(TriggerObject name, TriggerSourceEvent current)
    {
        lock (_gate)
        {
            _objects[name] = current;
            Publish(current);
        }
    }

    private Channel<TriggerSourceEvent> StartWatch()
    {
        var watch = Channel.CreateUnbounded<TriggerSourceEvent>(new UnboundedChannelOptions { SingleReader = true });
        lock (_gate)
        {
            foreach (var current in _objects.Values)
            {
                watch.Writer.TryWrite(current);
            }

            watch.Writer.TryWrite(TriggerSourceEvent.Synced.Instance);
            _watches.Add(watch);
        }

        return watch;
    }

    private void Publish(TriggerSourceEvent change)
    {
        foreach (var watch in _watches)
        {
            watch.Writer.TryWrite(change);
        }
    }
}
