using ImageStreams.Triggers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>All that keeps objects whose triggers fire from reacting at once, apart from the room for builds and the fuse.</summary>
/// <remarks>Guarded by the controller.</remarks>
internal sealed class StormControl
{
    private readonly ChangeWindows? _windows;
    private readonly MaturityGate _maturity;

    /// <param name="options">The options of the controller.</param>
    /// <param name="tags">The observed streams.</param>
    /// <param name="isInMotion">Determines whether a build is queued, waits or runs.</param>
    /// <param name="logger">The logger.</param>
    public StormControl(
        TriggerControllerOptions options, LiveTagLookup tags, Func<TriggerObject, bool> isInMotion, ILogger logger)
    {
        _windows = options.ChangeWindows is { } windows ? new ChangeWindows(windows) : null;
        _maturity = new MaturityGate(options.MaturityDelay, tags, FirstSeen, logger);
        Waves = options.Waves is { } waves ? new BuildWaves(waves, tags, isInMotion) : null;
    }

    public TriggerPauses Pauses { get; } = new();

    public FirstSeenTimes FirstSeen { get; } = new();

    /// <summary>The waves; null when builds do not wait for each other.</summary>
    public BuildWaves? Waves { get; }

    /// <summary>Finds the reason for which an object has to wait; null when it may react.</summary>
    /// <param name="work">The evaluated triggers, which fire.</param>
    /// <param name="now">The time.</param>
    public TriggerDelay? FindDelay(TriggerWork work, DateTimeOffset now) =>
        (TriggerDelay?)Pauses.FindDelay(work)
        ?? (TriggerDelay?)FindClosedWindow(now)
        ?? (TriggerDelay?)_maturity.FindDelay(work, now)
        ?? (work.Evaluation.Action?.Request is null ? null : Waves?.FindDelay(work.Name, now));

    /// <summary>Forgets that an object waits: it has reacted, need not react, or is gone.</summary>
    public void StopWaiting(TriggerObject name)
    {
        Pauses.StopWaiting(name);
        FirstSeen.Remove(name);
        Waves?.StopWaiting(name);
    }

    /// <summary>Forgets an object that was removed.</summary>
    public void Remove(TriggerObject name)
    {
        StopWaiting(name);
        Waves?.Remove(name);
    }

    private TriggerDelay.OutsideChangeWindow? FindClosedWindow(DateTimeOffset now)
    {
        var opening = _windows is null ? now : _windows.GetNextOpening(now);
        return opening == now ? null : new TriggerDelay.OutsideChangeWindow { Until = opening };
    }
}
