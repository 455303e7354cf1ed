using System.Diagnostics.CodeAnalysis;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>
/// Holds objects whose triggers fire too often, as they do in build loops, when two controllers write the same image, or when
/// images are pushed in quick succession.
/// </summary>
/// <remarks>
/// <para>Each object may fire a limited number of times within a sliding window. An object that exceeds the limit is held until
/// it is released, no matter how much time passes. OpenShift has no such fuse.</para>
/// <para>An object takes memory for the firings within its window; older ones are removed when any object fires. Safe to share
/// between threads.</para>
/// </remarks>
/// <example><code>
/// var fuse = new TriggerFuse(new TriggerFuseOptions { MaxFirings = 5, Window = TimeSpan.FromMinutes(10) });
/// if (fuse.TryFire(TriggerObject.From(buildConfig)))
/// {
///     await StartBuildAsync(buildConfig);
/// }
/// </code></example>
public sealed partial class TriggerFuse
{
    /// <summary>The highest value of <see cref="TriggerFuseOptions.MaxFirings"/>.</summary>
    public const int MaxFiringsLimit = 10_000;

    private readonly Lock _gate = new();
    private readonly CountedFirings _firings = new();
    private readonly Dictionary<TriggerObject, TriggerFuseTrip> _trips = [];
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _window;
    private readonly int _maxFirings;

    /// <summary>Initializes a fuse that holds no object.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TriggerFuse(TriggerFuseOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new TriggerFuseOptions();
        OptionsErrors.ThrowIfAny(options);

        _maxFirings = options.MaxFirings;
        _window = options.Window;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The trips of all objects that are held, oldest first; a copy.</summary>
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

    /// <summary>Counts a firing of an object, unless the object is held or this firing would exceed the limit.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when the object may fire.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool TryFire(TriggerObject target) => TryFire(target, out _);

    /// <summary>Counts a firing of an object, or returns the trip that holds it, whatever releases the object meanwhile.</summary>
    internal bool TryFire(TriggerObject target, [NotNullWhen(false)] out TriggerFuseTrip? trip)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            if (_trips.TryGetValue(target, out trip))
            {
                trip = _trips[target] = trip with { SuppressedFirings = trip.SuppressedFirings + 1 };
                return false;
            }

            _firings.RemoveUntil(now - _window);
            return TryCount(target, now, out trip);
        }
    }

    /// <summary>Finds the trip of an object; null when the object is not held.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public TriggerFuseTrip? Find(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            return _trips.GetValueOrDefault(target);
        }
    }

    /// <summary>Releases an object, and forgets its firings.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when the object was held.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Release(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            return _trips.Remove(target);
        }
    }

    /// <summary>Undoes the last counted firing of an object, because what it required was not done.</summary>
    /// <param name="target">The object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public void UndoFiring(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        lock (_gate)
        {
            _firings.RemoveLast(target);
        }
    }

    private bool TryCount(TriggerObject target, DateTimeOffset now, [NotNullWhen(false)] out TriggerFuseTrip? trip)
    {
        if (_firings.Count(target) < _maxFirings)
        {
            _firings.Add(target, now);
            trip = null;
            return true;
        }

        trip = _trips[target] = new TriggerFuseTrip
        {
            Object = target,
            Since = now,
            Firings = _maxFirings,
            Window = _window,
            SuppressedFirings = 1,
        };
        _firings.Remove(target);
        return false;
    }
}
