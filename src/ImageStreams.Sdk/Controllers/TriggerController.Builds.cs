using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>The builds that were started, and those that wait for them.</content>
public sealed partial class TriggerController
{
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

    /// <summary>Notifies the controller that one build that it started has ended, in whatever way.</summary>
    /// <remarks>
    /// Makes room for another one under <see cref="TriggerControllerOptions.MaxRunningBuilds"/>, and ends the waits for its
    /// image under <see cref="TriggerControllerOptions.Waves"/>; without both it need not be called.
    /// <see cref="Remove(TriggerObject)"/> ends all builds of a build configuration.
    /// </remarks>
    /// <param name="buildConfig">The build configuration of the build.</param>
    /// <returns>True when the controller had started a build of it that had not ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public bool ReportBuildEnded(TriggerObject buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        bool hasEnded;
        lock (_gate)
        {
            hasEnded = _builds.End(buildConfig);
            EndRunning(buildConfig);
        }

        RaiseNextDueChanged();
        return hasEnded;
    }

    private void UndoBuild(TriggerWork work, TriggerAction action)
    {
        if (action.Request is null)
        {
            return;
        }

        lock (_gate)
        {
            _builds.Undo(work.Name);
            if (!_builds.IsRunning(work.Name))
            {
                _storm.Waves?.End(work.Name);   // otherwise, an earlier build of it still brings an image
            }
        }
    }

    /// <summary>Ends the waits of the builds that an image of a stream was awaited for.</summary>
    private void EndArrivedBuilds(ImageStreamName stream)
    {
        foreach (var upstream in _storm.Waves?.EndArrived(stream) ?? [])
        {
            ResumeWaiters(upstream);
        }
    }

    /// <summary>Evaluates the builds again that wait for another one, unless that is still to bring an image.</summary>
    private void ResumeWaiters(TriggerObject upstream)
    {
        if (_storm.Waves is { } waves && !IsInMotion(upstream))
        {
            foreach (var waiter in waves.ListWaiters(upstream))
            {
                _queue.Add(waiter, TriggerCause.DelayEnded.Instance);
            }
        }
    }

    /// <summary>Notes that an object has reacted, in whatever way.</summary>
    private void EndReaction(TriggerObject name)
    {
        lock (_gate)
        {
            _changedStates.Add(name);
            ResumeWaiters(name);
        }
    }

    private void EndRunning(TriggerObject buildConfig)
    {
        if (!_builds.IsRunning(buildConfig))
        {
            _storm.Waves?.End(buildConfig);
            ResumeWaiters(buildConfig);
        }
    }

    private void ObserveWaves(BuildConfig buildConfig)
    {
        if (_storm.Waves is { } waves)
        {
            lock (_gate)
            {
                waves.Observe(buildConfig);
            }
        }
    }
}
