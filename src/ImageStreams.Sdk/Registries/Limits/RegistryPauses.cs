using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The pauses that registries requested, by a response with status 429 or a quota that is used up.</summary>
/// <remarks>
/// Each client has its own, unless <see cref="RegistryClientOptions.GetPauses"/> returns one to share or to keep over
/// restarts. There is a pause for each registry and credential scope, of at most a day, and at most 4,096 of them. It has no
/// credential. Safe to share between threads.
/// </remarks>
/// <param name="timeProvider">The time provider, or null for the system clock.</param>
public sealed class RegistryPauses(TimeProvider? timeProvider = null)
{
    /// <summary>The longest pause; a registry that needs a longer one will request it again.</summary>
    internal static readonly TimeSpan MaxPause = TimeSpan.FromDays(1);

    private const int MaxEntries = 4096;
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Registry, string Scope), DateTimeOffset> _until = [];

    /// <summary>The changes since the last call of <see cref="TakeChanges"/>; null until changes are taken or pauses restored.</summary>
    private HashSet<(string Registry, string Scope)>? _changed;

    /// <summary>The pauses that have not ended, ordered by registry and scope; a copy.</summary>
    public ValueList<RegistryPause> Current
    {
        get
        {
            lock (_gate)
            {
                RemoveEnded();
                return _until.Select(static pause => ToPause(pause.Key, pause.Value))
                    .OrderBy(static pause => pause.Registry, StringComparer.Ordinal)
                    .ThenBy(static pause => pause.CredentialScope, StringComparer.Ordinal)
                    .ToValueList();
            }
        }
    }

    /// <summary>Takes the pauses that have begun, were extended or have ended since the last call; in the first call, all.</summary>
    /// <returns>The pauses; those that have ended end now or earlier.</returns>
    public ValueList<RegistryPause> TakeChanges()
    {
        lock (_gate)
        {
            var changed = Track();
            if (_until.Count == 0 && changed.Count == 0)
            {
                return [];
            }

            RemoveEnded();
            var changes = changed.Select(key => ToPause(key, _until.GetValueOrDefault(key))).ToValueList();
            changed.Clear();
            return changes;
        }
    }

    /// <summary>Restores pauses that were taken before, unless a longer one of the same registry is known.</summary>
    /// <param name="pauses">The pauses. One that has ended is taken again as a change; one that ends in more than a day ends in a
    /// day.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null, or has a null item.</exception>
    public void Restore(IEnumerable<RegistryPause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);

        lock (_gate)
        {
            Track();
        }

        var now = _timeProvider.GetUtcNow();
        foreach (var pause in pauses)
        {
            ArgumentNullException.ThrowIfNull(pause, nameof(pauses));
            Extend((pause.Registry, pause.CredentialScope), pause.Until, now, isKnown: true);
        }
    }

    /// <summary>Returns the wait of a request; zero when it may be sent.</summary>
    internal TimeSpan GetWait(RegistryRequest request)
    {
        lock (_gate)
        {
            if (_until.Count == 0 || !_until.TryGetValue(GetKey(request), out var until))
            {
                return TimeSpan.Zero;
            }

            var wait = until - _timeProvider.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Records a pause: a response with status 429, or a quota that is used up.</summary>
    internal void Record(RegistryRequest request, Exception? exception, RegistryQuota? quota)
    {
        var now = _timeProvider.GetUtcNow();
        var pause = (exception, quota) switch
        {
            (RegistryException { Reason: RegistryFailure.RateLimited, IsFromRedirectTarget: false, RetryAfter: { } wait }, _) =>
                wait,
            (_, { Remaining: 0, ResetsAt: { } reset }) => reset - now,
            _ => TimeSpan.Zero,
        };
        if (pause > TimeSpan.Zero)
        {
            Extend(GetKey(request), pause < MaxPause ? now + pause : now + MaxPause, now, isKnown: false);
        }
    }

    private static (string Registry, string Scope) GetKey(RegistryRequest request) =>
        (request.Registry, request.CredentialScope);

    private static RegistryPause ToPause((string Registry, string Scope) key, DateTimeOffset until) =>
        new() { Registry = key.Registry, CredentialScope = key.Scope, Until = until };

    /// <summary>Keeps the longest pause: responses to earlier requests are outdated.</summary>
    private void Extend((string Registry, string Scope) key, DateTimeOffset until, DateTimeOffset now, bool isKnown)
    {
        var end = until < now + MaxPause ? until : now + MaxPause;
        lock (_gate)
        {
            if (_until.Count >= MaxEntries)
            {
                RemoveWhere(static (_, _) => true, now);
            }

            if (end > now && !(_until.GetValueOrDefault(key) >= end))
            {
                _until[key] = end;
                Note(key, isKnown);
            }
            else if (end <= now && !_until.ContainsKey(key))
            {
                Note(key, isKnown: false);
            }
        }
    }

    private void RemoveEnded() => RemoveWhere(static (until, now) => until <= now, _timeProvider.GetUtcNow());

    private void RemoveWhere(Func<DateTimeOffset, DateTimeOffset, bool> condition, DateTimeOffset now)
    {
        foreach (var (key, _) in _until.Where(pause => condition(pause.Value, now)).ToList())
        {
            _until.Remove(key);
            Note(key, isKnown: false);
        }
    }

    /// <summary>Begins to note changes, of which the pauses that are known are the first; before, nobody would take them.</summary>
    private HashSet<(string Registry, string Scope)> Track() => _changed ??= [.. _until.Keys];

    private void Note((string Registry, string Scope) key, bool isKnown) => _ = isKnown || _changed?.Add(key) == true;
}
