using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Until when registries do not want to be asked again, by whom.</summary>
internal sealed class HostPauses(TimeProvider time)
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<(string Registry, string Scope), DateTimeOffset> _until = new();

    /// <summary>How long a request has to wait; zero when it may go.</summary>
    public TimeSpan WaitFor(RegistryRequest request)
    {
        if (!_until.TryGetValue(KeyOf(request), out var until))
        {
            return TimeSpan.Zero;
        }

        var wait = until - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        _until.TryRemove(new(KeyOf(request), until));
        return TimeSpan.Zero;
    }

    /// <summary>Notes what a registry said: that it wants a pause (429), or that its quota is used up.</summary>
    public void Note(RegistryRequest request, Exception? fault, RegistryQuota? quota)
    {
        DateTimeOffset? until = (fault, quota) switch
        {
            (RegistryException { Failure: RegistryFailure.RateLimited, RetryAfter: { } wait }, _) => time.GetUtcNow() + wait,
            (_, { Remaining: 0, ResetsAt: { } reset }) => reset,
            _ => null,
        };
        if (until is { } moment)
        {
            Keep(KeyOf(request), moment);
        }
    }

    private static (string Registry, string Scope) KeyOf(RegistryRequest request) =>
        (request.Registry, request.CredentialScope);

    private void Keep((string Registry, string Scope) key, DateTimeOffset until)
    {
        if (_until.Count >= MaxEntries)
        {
            _until.Clear();
        }

        _until[key] = until;
    }
}
