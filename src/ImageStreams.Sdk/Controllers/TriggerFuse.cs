using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Holds objects back whose triggers fire too often: build loops, two writers that fight, storms of pushes.</summary>
/// <remarks>
/// <para>Each object may fire so many times within a sliding window. One that would fire once more is held from then on,
/// however quiet it gets, until somebody releases it. OpenShift has no such thing.</para>
/// <para>An object costs memory for as many firings as its window holds; what fired before the window is forgotten when
/// others fire. Safe to share between threads.</para>
/// </remarks>
/// <example><code>
/// var fuse = new TriggerFuse(new TriggerFuseOptions { MaxFirings = 5, Window = TimeSpan.FromMinutes(10) });
/// if (fuse.TryFire(TriggerObject.Of(buildConfig)))
/// {
///     await StartBuildAsync(buildConfig);
/// }
/// </code></example>
public sealed class TriggerFuse
{
    /// <summary>The most that <see cref="TriggerFuseOptions.MaxFirings"/> may be.</summary>
    public const int MaxFiringsLimit = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<TriggerObject, FiringHistory> _histories = [];
    private readonly Dictionary<TriggerObject, TriggerFuseTrip> _trips = [];
    private readonly Queue<(DateTimeOffset Time, TriggerObject Object)> _firings = [];
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _window;
    private readonly int _maxFirings;

    /// <summary>Creates a fuse that holds nothing.</summary>
    /// <param name="options">When it opens; the defaults when null.</param>
    /// <param name="timeProvider">Says when objects fire; the system's clock when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public TriggerFuse(TriggerFuseOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new TriggerFuseOptions();
        OptionsErrors.ThrowIfAny(options);

        _maxFirings = options.MaxFirings;
        _window = options.Window;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The objects that are held, in the order in which they were caught; a copy.</summary>
    public ValueList<TriggerFuseTrip> Trips
    {
        get
        {
            lock (_gate)
            {
                return _trips.Values.OrderBy(trip => trip.Since).ThenBy(trip => trip.Object.ToString(), StringComparer.Ordinal)
                    .ToValueList();
            }
        }
    }

    /// <summary>Counts a firing of an object, unless it is held or would be one too many.</summary>
    /// <param name="target">The object.</param>
    /// <returns>Whether it may fire.</returns>
    public bool TryFire(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            if (_trips.TryGetValue(target, out var trip))
            {
                _trips[target] = trip with { SuppressedFirings = trip.SuppressedFirings + 1 };
                return false;
            }

            RemoveExpiredFirings(now - _window);
            return CountFiring(target, now);
        }
    }

    /// <summary>Why an object is held, or null when it is not.</summary>
    /// <param name="target">The object.</param>
    public TriggerFuseTrip? Find(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            return _trips.GetValueOrDefault(target);
        }
    }

    /// <summary>Lets an object fire again, as if it had never fired.</summary>
    /// <param name="target">The object.</param>
    /// <returns>Whether it was held.</returns>
    public bool Release(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            return _trips.Remove(target);
        }
    }

    /// <summary>Takes back that an object fired just now: nothing came of it.</summary>
    /// <param name="target">The object.</param>
    public void UndoFiring(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            if (_histories.TryGetValue(target, out var history) && history.Count > 0)
            {
                _histories[target] = new FiringHistory { Count = history.Count - 1, Stale = history.Stale + 1 };
            }
        }
    }

    private bool CountFiring(TriggerObject target, DateTimeOffset now)
    {
        var history = _histories.GetValueOrDefault(target);
        if (history.Count < _maxFirings)
        {
            _histories[target] = history with { Count = history.Count + 1 };
            _firings.Enqueue((now, target));
            return true;
        }

        _trips.Add(target, new TriggerFuseTrip { Object = target, Since = now, Firings = _maxFirings, Window = _window, SuppressedFirings = 1 });
        _histories[target] = new FiringHistory { Stale = history.Stale + history.Count };
        return false;
    }

    /// <summary>Drops the firings that have left the window; those of before a trip count no more, but still stand in the row.</summary>
    private void RemoveExpiredFirings(DateTimeOffset start)
    {
        while (_firings.TryPeek(out var oldest) && oldest.Time <= start)
        {
            _firings.Dequeue();
            var history = _histories[oldest.Object];
            history = history.Stale > 0 ? history with { Stale = history.Stale - 1 } : history with { Count = history.Count - 1 };
            if (history == default)
            {
                _histories.Remove(oldest.Object);
            }
            else
            {
                _histories[oldest.Object] = history;
            }
        }
    }

    /// <summary>How many firings of an object stand in the row, and how many more that a trip has settled.</summary>
    private readonly record struct FiringHistory
    {
        public int Count { get; init; }

        public int Stale { get; init; }
    }
}
