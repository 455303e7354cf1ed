using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>The pauses that registries requested, by registry and credential scope.</summary>
internal sealed class HostPauses(TimeProvider timeProvider)
{
    /// <summary>The longest pause; a registry that needs a longer one will request it again.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromDays(1);

    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<(string Registry, string Scope), DateTimeOffset> _until = new();

    /// <summary>Returns the wait of a request; zero when it may be sent.</summary>
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

    /// <summary>Records a pause: a response with status 429, or a quota that is used up.</summary>
    public void Record(RegistryRequest request, Exception? exception, RegistryQuota? quota)
    {
        var now = timeProvider.GetUtcNow();
        var pause = (exception, quota) switch
        {
            (RegistryException { Reason: RegistryFailure.RateLimited, IsFromRedirectTarget: false, RetryAfter: { } wait }, _) =>
                wait,
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

    /// <summary>Keeps the longest pause: responses to earlier requests are outdated.</summary>
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
