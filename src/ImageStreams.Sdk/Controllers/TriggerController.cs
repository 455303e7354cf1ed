using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;
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
public sealed partial class TriggerController : IDueSource, IObjectObserver<ImageStream>
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
        _storm = new StormControl(options, _tags, IsInMotion, _logger);
    }

    /// <summary>The lookup of the images that tags point to, in the observed streams.</summary>
    public ITagLookup Tags => _tags;

    /// <summary>The objects that the fuse holds, oldest first; a copy. Empty without a fuse.</summary>
    public ValueList<TriggerFuseTrip> Trips => _fuse?.Trips ?? [];

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
}
