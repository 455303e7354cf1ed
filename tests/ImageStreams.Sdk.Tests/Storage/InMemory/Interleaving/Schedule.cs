namespace ImageStreams.Tests.Storage;

/// <summary>One order in which the threads of a scenario take their steps.</summary>
/// <param name="plan">The choices to begin with; after them, the running thread continues as long as it can.</param>
/// <param name="preemptions">The number of times that a thread that could continue may be preempted.</param>
internal sealed class Schedule(IReadOnlyList<int> plan, int preemptions) : IDisposable
{
    private const int MostSteps = 2_000;

    private readonly SemaphoreSlim _end = new(0);
    private Actor[] _actors = [];
    private int _preemptions = preemptions;

    /// <summary>The chosen thread, and the number of threads, at each step with a choice.</summary>
    public List<(int Chosen, int Options)> Choices { get; } = [];

    /// <summary>The actor of each step.</summary>
    public List<int> Trace { get; } = [];

    public bool GateIsTaken { get; set; }

    public bool IsGivenUp { get; private set; }

    /// <summary>The reason why the scenario failed; null if it did not.</summary>
    public string? Failure { get; private set; }

    public void Run(Workers workers, IReadOnlyList<Action> acts)
    {
        _actors = [.. acts.Select((act, index) => new Actor(this, index, act))];
        using var left = workers.Start(_actors);
        Next(null)!.Resume();
        _end.Wait();
        left.Wait();
        Failure ??= _actors.FirstOrDefault(actor => actor.Fault is not null)?.Fault!.ToString();
    }

    public void Dispose()
    {
        Array.ForEach(_actors, actor => actor.Dispose());
        _end.Dispose();
    }

    /// <summary>The actor that continues; null when none can, which ends the schedule.</summary>
    public Actor? Next(Actor? running)
    {
        var able = _actors.Where(actor => actor.IsEnabled).OrderBy(actor => actor != running).ToArray();
        if (able.Length == 0 || Trace.Count == MostSteps)
        {
            GiveUp(able.Length == 0 ? "No actor can continue" : "It does not end");
            return null;
        }

        var isPreemptible = able[0] == running;
        var next = isPreemptible && _preemptions == 0 ? able[0] : able[Choose(able.Length)];
        _preemptions -= isPreemptible && next != running ? 1 : 0;
        Trace.Add(next.Index);
        return next;
    }

    public void Ended(Actor ended)
    {
        if (_actors.All(actor => actor.HasEnded))
        {
            _end.Release();
        }
        else if (!IsGivenUp)
        {
            Next(ended)?.Resume();
        }
    }

    private int Choose(int options)
    {
        var chosen = Choices.Count < plan.Count ? plan[Choices.Count] : 0;
        Choices.Add((chosen, options));
        return chosen;
    }

    private void GiveUp(string why)
    {
        Failure = $"{why} after the steps {string.Join(' ', Trace)}.";
        IsGivenUp = true;
        Array.ForEach(_actors, actor => actor.Resume());
    }
}
