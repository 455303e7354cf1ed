using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Until when registries do not want to be asked again, by whom.</summary>
internal sealed class HostPauses(TimeProvider timeProvider)
{
    /// <summary>The longest pause that is believed; a registry that wants a longer one says so again.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromDays(1);

    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<(string Registry, string Scope), DateTimeOffset> _until = new();

    /// <summary>How long a request has to wait; zero when it may go.</summary>
    public TimeSpan GetWait(RegistryRequest request)
    {
        if (!_until.TryGetValue(GetKey(request), out var until))
        {
            return TimeSpan.Zero;
        }

        var wait = until - timeProvider.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        _until.TryRemove(new(GetKey(request), until));
        return TimeSpan.Zero;
    }

    /// <summary>Notes what a registry said: that it wants a pause (429), or that its quota is used up.</summary>
    public void Record(RegistryRequest request, Exception? fault, RegistryQuota? quota)
    {
        var now = timeProvider.GetUtcNow();
        var pause = (fault, quota) switch
        {
            (RegistryException { Reason: RegistryFailure.RateLimited, IsFromRedirectTarget: false, RetryAfter: { } wait }, _) => wait,
            (_, { Remaining: 0, ResetsAt: { } reset }) => reset - now,
            _ => TimeSpan.Zero,
        };
        if (pause > TimeSpan.Zero)
        {
            Extend(GetKey(request), now + (pause < MaxPause ? pause : MaxPause));
        }
    }

    private static (string Registry, string Scope) GetKey(RegistryRequest request) =>
        (request.Registry, request.CredentialScope);

    /// <summary>The longest pause counts: answers that were under way say less than the one that is over last.</summary>
    private void Extend((string Registry, string Scope) key, DateTimeOffset until)
    {
        if (_until.Count >= MaxEntries)
        {
            _until.Clear();
        }

        _until.AddOrUpdate(
            key, static (_, until) => until, static (_, known, until) => known > until ? known : until, until);
    }
}
