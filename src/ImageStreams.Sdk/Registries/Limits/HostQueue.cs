using System.Threading.RateLimiting;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>The requests to one host: those under way, and those that wait for their turn.</summary>
/// <remarks>
/// <code>
/// acquire ──▶ a slot and a token? ──▶ lease ──▶ release ─┐
///                  │ no                                  ▼
///                  └──▶ fair queue ◀── grant ◀── timer of the next token
/// </code>
/// </remarks>
internal sealed class HostQueue : IDisposable
{
    private static readonly RegistryLease Ended = new(retryAfter: null);
    private readonly Lock _lock = new();
    private readonly FairQueue<TaskCompletionSource<RateLimitLease>> _waiting = new();
    private readonly RegistryLimits _limits;
    private readonly TokenBucket _budget;
    private readonly ITimer _timer;
    private int _running;
    private long _leased;
    private long _refused;
    private bool _isDisposed;

    public HostQueue(RegistryLimits limits, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(limits);
        _limits = limits.Copy();
        _budget = new TokenBucket(_limits.Budget, timeProvider);
        _timer = timeProvider.CreateTimer(
            static queue => ((HostQueue)queue!).GrantWaiting(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets a value indicating whether the queue can be removed without effect.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _running == 0 && _waiting.Count == 0 && _budget.IsFull;
            }
        }
    }

    /// <summary>Acquires a slot now, or returns a refusal.</summary>
    public RateLimitLease TryAcquire()
    {
        lock (_lock)
        {
            return _waiting.Count == 0 && TryTake() ? Lease() : Refuse(_budget.GetWait(1));
        }
    }

    /// <summary>Acquires a slot when it is the caller's turn.</summary>
    public async ValueTask<RateLimitLease> AcquireAsync(string caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource<RateLimitLease>> ticket;
        lock (_lock)
        {
            if (_waiting.Count == 0 && TryTake())
            {
                return Lease();
            }

            if (_isDisposed || _waiting.Count >= _limits.MaxQueued)
            {
                return Refuse(TimeSpan.Zero);
            }

            var wait = _budget.GetWait(_waiting.GetPosition(caller));
            if (wait > _limits.MaxWait)
            {
                return Refuse(wait);
            }

            ticket = _waiting.Enqueue(caller, turn);
            StartTimer();
        }

        using var cancelled = cancellationToken.UnsafeRegister(
            (_, token) => Cancel(caller, ticket, token), null);
        return await turn.Task.ConfigureAwait(false);
    }

    public void Release()
    {
        lock (_lock)
        {
            _running--;
        }

        GrantWaiting();
    }

    public RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = Math.Min(_limits.MaxConcurrentRequests - _running, _budget.Available),
                CurrentQueuedCount = _waiting.Count,
                TotalSuccessfulLeases = _leased,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <summary>Refuses all waiting requests, because the timer that serves them is disposed of.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
            while (_waiting.TryDequeue(out var turn))
            {
                _refused++;
                turn.SetResult(Ended);
            }
        }
    }

    /// <summary>Serves waiting requests in turn while there are slots and tokens.</summary>
    private void GrantWaiting()
    {
        lock (_lock)
        {
            while (_waiting.Count > 0 && TryTake())
            {
                _waiting.TryDequeue(out var turn);
#pragma warning disable CA2000 // The lease goes to the waiting request.
                turn!.SetResult(Lease());
#pragma warning restore CA2000 // end of the hand-over
            }

            StartTimer();
        }
    }

    private bool TryTake() => _running < _limits.MaxConcurrentRequests && _budget.TryTake();

    private RegistryLease Lease()
    {
        _running++;
        _leased++;
        return new RegistryLease(this);
    }

    private RegistryLease Refuse(TimeSpan wait)
    {
        _refused++;
        return new RegistryLease(wait > TimeSpan.Zero ? wait : null);
    }

    /// <summary>Starts the timer of the next token; without a free slot, the next release serves the queue.</summary>
    private void StartTimer()
    {
        if (_waiting.Count > 0 && _running < _limits.MaxConcurrentRequests)
        {
            _timer.Change(_budget.GetWait(1), Timeout.InfiniteTimeSpan);
        }
    }

    private void Cancel(
        string caller, LinkedListNode<TaskCompletionSource<RateLimitLease>> ticket, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Remove(caller, ticket))
            {
                ticket.Value.SetCanceled(cancellationToken);
            }
        }
    }
}
