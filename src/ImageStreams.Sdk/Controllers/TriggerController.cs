using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Watches streams and the objects that listen to them, and lets a target start builds and store workloads.</summary>
/// <remarks>
/// <para>Follows OpenShift's image trigger controller: the triggers of an object are evaluated when the object appears, when
/// its triggers change, when an image that a trigger has set is changed back, and when a stream that it listens to changes.
/// An object whose triggers on a stream are all paused is evaluated as well, but only to explain why nothing happens.</para>
/// <para>The owner notifies the controller of streams and objects (<c>Observe</c>, <c>Remove</c>), and calls
/// <see cref="ReactAsync"/> when something is due (<see cref="WaitUntilDueAsync"/>). The controller has no threads and no timers of
/// its own. Notifications are safe from many threads, and callers of <see cref="ReactAsync"/> take turns.</para>
/// <para>Nothing limits the builds and firings of an object by default, as in OpenShift;
/// <see cref="TriggerControllerOptions.MaxRunningBuilds"/> and <see cref="TriggerControllerOptions.Fuse"/> do. Against storms of
/// builds there are <see cref="TriggerControllerOptions.BuildRate"/>, <see cref="TriggerControllerOptions.Waves"/>,
/// <see cref="TriggerControllerOptions.MaturityDelay"/>, <see cref="TriggerControllerOptions.ChangeWindows"/> and pauses.</para>
/// </remarks>
public sealed partial class TriggerController : IDueSource, IStreamObserver
{
    private readonly Lock _gate = new();
    private readonly ObservedObjects _objects = new();
    private readonly ITriggerTarget _target;
    private readonly TimeProvider _timeProvider;
    private readonly TriggerFuse? _fuse;
    private readonly BuildTurns _builds;
    private readonly ReactionTurns _turns = new();
    private readonly ILogger _logger;
    private readonly LiveTagLookup _tags;
    private readonly TriggerQueue _queue;

    /// <summary>Initializes a controller that knows no streams and no objects.</summary>
    /// <param name="target">The target that starts builds and stores workloads.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TriggerController(
        ITriggerTarget target,
        TriggerControllerOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<TriggerController>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= new TriggerControllerOptions();
        OptionsErrors.ThrowIfAny(options);

        _target = target;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _fuse = options.Fuse is { } fuse ? new TriggerFuse(fuse, _timeProvider) : null;
        _builds = new BuildTurns(
            options.MaxRunningBuilds, options.BuildRate is { } rate ? new BuildStarts(rate) : null);
        _logger = logger ?? NullLogger<TriggerController>.Instance;
        _tags = new LiveTagLookup(options.InternalRegistryHostname);
        _queue = new TriggerQueue(options.RetryDelay, options.MaxRetryDelay);
        _storm = new StormControl(options, _tags, _logger);
    }

    /// <summary>The lookup of the images that tags point to, in the observed streams.</summary>
    public ITagLookup Tags => _tags;

    /// <summary>The objects that the fuse holds, oldest first; a copy. Empty without a fuse.</summary>
    public ValueList<TriggerFuseTrip> Trips => _fuse?.Trips ?? [];

    /// <summary>The number of builds that the controller has started and that have not ended, as far as it was told.</summary>
    public int RunningBuilds
    {
        get
        {
            lock (_gate)
            {
                return _builds.Count;
            }
        }
    }

    /// <summary>Notifies the controller of a stream that is new or has changed.</summary>
    /// <remarks>A <c>metadata.resourceVersion</c> that is already known changes nothing.</remarks>
    /// <param name="stream">The current stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Observe(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            if (_tags.Set(stream))
            {
                EnqueueListeners(ImageStreamName.From(stream));
                EndArrivedBuilds(ImageStreamName.From(stream));
            }
        }

        RaiseNextDueChanged();
    }

    /// <summary>Notifies the controller of a build configuration that is new or has changed.</summary>
    /// <param name="buildConfig">The current build configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public void Observe(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ObserveWaves(buildConfig);
        Observe(ObservedObject.From(buildConfig));
    }

    /// <summary>Notifies the controller of a deployment configuration that is new or has changed.</summary>
    /// <param name="deploymentConfig">The current deployment configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public void Observe(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        Observe(ObservedObject.From(deploymentConfig));
    }

    /// <summary>Notifies the controller of a workload that is new or has changed.</summary>
    /// <remarks>
    /// A workload of a kind whose trigger annotation OpenShift does not watch is ignored. A DeploymentConfig that cannot be read
    /// listens to nothing, and leads to a <see cref="TriggerReaction.Failed"/> with the cause.
    /// </remarks>
    /// <param name="workload">The current workload.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public void Observe(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);

        if (workload.IsDeploymentConfig || workload.IsWatched)
        {
            Observe(ObservedObject.From(workload));
        }
    }

    /// <summary>Notifies the controller that a stream was deleted; objects that listen to it keep their images.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            _tags.Remove(stream);
        }
    }

    /// <summary>Notifies the controller that an object was deleted.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public void Remove(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            if (_objects.Remove(target))
            {
                _queue.Remove(target);
                _builds.Remove(target);
                _storm.Remove(target);
                RemoveState(target);
                ResumeWaiters(target);
            }
        }

        RaiseNextDueChanged();
    }

    /// <summary>Releases an object from the fuse, and evaluates its triggers again.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when the fuse held the object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Release(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        if (_fuse?.Release(target) != true)
        {
            return false;
        }

        lock (_gate)
        {
            _queue.Add(target, TriggerCause.Released.Instance);
            _changedStates.Add(target);
        }

        RaiseNextDueChanged();
        return true;
    }

    private void Observe(ObservedObject current)
    {
        lock (_gate)
        {
            var hasChanged = current.HasChangedSince(_objects.Find(current.Name));
            _objects.Set(current);
            if (hasChanged)
            {
                _queue.Add(current.Name, TriggerCause.ObjectChanged.Instance);
            }
        }

        RaiseNextDueChanged();
    }

    private void EnqueueListeners(ImageStreamName stream)
    {
        var cause = new TriggerCause.StreamChanged { Stream = stream };
        foreach (var (listener, isPaused) in _objects.FindListeners(stream))
        {
            if (isPaused)
            {
                _queue.AddPaused(listener, cause);
            }
            else
            {
                _queue.Add(listener, cause);
            }
        }
    }
}
