namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The access log of a registry, as it grows.</summary>
internal sealed class AccessLog
{
    private readonly Lock _gate = new();
    private readonly List<LoggedRequest> _requests = [];
    private TaskCompletionSource _grown = NewSignal();

    /// <summary>Adds a line that the registry wrote.</summary>
    public void Read(string? line)
    {
        if (LoggedRequest.TryParse(line, out var request))
        {
            lock (_gate)
            {
                _requests.Add(request);
                _grown.SetResult();
                _grown = NewSignal();
            }
        }
    }

    /// <summary>Waits until the log fulfills a condition, and returns what is in it.</summary>
    public async Task<IReadOnlyList<LoggedRequest>> WaitAsync(Predicate<IReadOnlyList<LoggedRequest>> condition)
    {
        while (true)
        {
            var (requests, grown) = Look();
            if (condition(requests))
            {
                return requests;
            }

            await grown;
        }
    }

    private (IReadOnlyList<LoggedRequest> Requests, Task Grown) Look()
    {
        lock (_gate)
        {
            return ([.. _requests], _grown.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
