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
            if (_storm.FindDelay(work, now) is { } delay)
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
                _storm.Waves?.Start(work.Name, now);   // before the request: its image may arrive before the answer
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
}
