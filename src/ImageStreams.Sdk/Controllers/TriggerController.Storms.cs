using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>The reasons for which objects wait before they react.</content>
public sealed partial class TriggerController
{
    private readonly StormControl _storm;

    /// <summary>Determines whether a build is queued, waits or runs.</summary>
    private bool IsInMotion(TriggerObject name) =>
        _queue.IsPending(name) || _builds.IsWaiting(name) || _storm.Waves?.IsRunning(name) == true;

    /// <summary>Finds the reason for which an object has to wait, and arranges for its end; otherwise, a build takes its
    /// place.</summary>
    private TriggerReaction? TryDelay(TriggerWork work, TriggerAction action)
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            if (_storm.FindDelay(work, now, IsInMotion) is { } delay)
            {
                Delay(work.Name, delay);
                return work.ToDelayed(delay);
            }

            if (action.Request is null)
            {
                return null;
            }

            if (_builds.TryStart(work.Name, now))
            {
                _storm.Waves?.Start(work.Name);   // before the request: its image may arrive before the answer
                return null;
            }

            return _builds.IsFull || _builds.Starts is null ? work.ToWaiting(_builds.Max) : work.ToDelayed(CreateRateDelay(now));
        }
    }

    private void Delay(TriggerObject name, TriggerDelay delay)
    {
        _builds.EndTurn(name);
        if (delay.Until is { } until)
        {
            _queue.AddDelay(name, until);
        }
    }

    private TriggerDelay.BuildRate CreateRateDelay(DateTimeOffset now)
    {
        var starts = _builds.Starts!;
        return new TriggerDelay.BuildRate
        {
            MaxBuilds = starts.Max,
            Window = starts.Window,
            Until = _builds.FindNextTurn(now) ?? now,
        };
    }

    /// <summary>Ends the waits of the builds that an image of a stream was awaited for.</summary>
    private void EndArrivedBuilds(ImageStreamName stream)
    {
        foreach (var upstream in _storm.Waves?.EndArrived(stream) ?? [])
        {
            ResumeWaiters(upstream);
        }
    }

    /// <summary>Evaluates the builds again that wait for another one, if that will bring no image.</summary>
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
