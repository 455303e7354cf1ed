namespace ImageStreams.Controllers;

/// <summary>Lets one caller in at a time, in the order in which they came.</summary>
internal sealed class ReactionTurns
{
    private readonly Lock _gate = new();
    private readonly AsyncLocal<Turn?> _current = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private bool _isTaken;

    /// <summary>The number of callers who wait.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits until it is the caller's turn, which ends when the result is disposed of.</summary>
    /// <exception cref="InvalidOperationException">The caller is called by the one whose turn it is.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled before.</exception>
    public ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_current.Value is { IsOver: false })
        {
            throw new InvalidOperationException(
                "The target called ReactAsync while the controller waits for it; notify the controller, and return first.");
        }

        var turn = new Turn(this);
        _current.Value = turn;   // reaches what the caller awaits from here on
        return new ValueTask<Turn>(WaitAsync(turn, cancellationToken));
    }

    private async Task<Turn> WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (FindPlace() is not { } place)
        {
            return turn;
        }

        await using var registration = cancellationToken
            .Register(() => Cancel(place, cancellationToken))
            .ConfigureAwait(false);
        await place.Value.Task.ConfigureAwait(false);
        return turn;
    }

    /// <summary>Takes the turn, or else a place among those who wait.</summary>
    private LinkedListNode<TaskCompletionSource>? FindPlace()
    {
        lock (_gate)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return null;
            }

            return _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    /// <summary>Gives up a place, unless its turn has come.</summary>
    private void Cancel(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                place.Value.SetCanceled(cancellationToken);
            }
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (_waiting.First is not { } next)
            {
                _isTaken = false;
                return;
            }

            _waiting.Remove(next);
            next.Value.SetResult();
        }
    }

    /// <summary>One caller's turn.</summary>
    public sealed class Turn(ReactionTurns turns) : IDisposable
    {
        private volatile bool _isOver;

        /// <summary>Gets a value indicating whether the turn has ended.</summary>
        public bool IsOver => _isOver;

        /// <summary>Ends the turn.</summary>
        public void Dispose()
        {
            _isOver = true;
            turns.Leave();
        }
    }
}
