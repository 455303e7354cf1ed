using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>One of the threads of a scenario; it runs only while the schedule lets it.</summary>
internal sealed class Actor(Schedule schedule, int index, Action act) : IDisposable
{
    [ThreadStatic]
    private static Actor? _current;

    private readonly SemaphoreSlim _turn = new(0);
    private Func<bool> _isEnabled = () => true;

    public static Actor? Current => _current;

    public int Index => index;

    public bool HasEnded { get; private set; }

    /// <summary>The exception that ended it.</summary>
    public Exception? Fault { get; private set; }

    public bool IsEnabled => !HasEnded && _isEnabled();

    public void Run()
    {
        _current = this;
        _turn.Wait();
        try
        {
            act();
        }
#pragma warning disable CA1031 // The test that runs the scenario reports every exception.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fault = fault;
        }

        _current = null;
        HasEnded = true;
        schedule.Ended(this);
    }

    public void Resume() => _turn.Release();

    /// <summary>Yields before a step if the schedule says so.</summary>
    public void Reach(StoreStep step)
    {
        if (step == StoreStep.GateLeft)
        {
            schedule.GateIsTaken = false;
            return;
        }

        Pause(step == StoreStep.EnterGate ? () => !schedule.GateIsTaken : () => true);
        schedule.GateIsTaken |= step == StoreStep.EnterGate;
    }

    /// <summary>Continues when the task has ended, so that awaiting it never leaves the thread.</summary>
    public void Await(Task until) => Pause(() => until.IsCompleted);

    public void Dispose() => _turn.Dispose();

    private void Pause(Func<bool> isEnabled)
    {
        if (schedule.IsGivenUp)
        {
            throw new OperationCanceledException("The schedule was given up.");
        }

        _isEnabled = isEnabled;
        if (schedule.Next(this) is { } next && next != this)
        {
            next.Resume();
            _turn.Wait();
        }

        if (schedule.IsGivenUp)
        {
            throw new OperationCanceledException("The schedule was given up.");
        }
    }
}
