namespace ImageStreams.Tests.Clients;

/// <summary>Runs tasks step by step on one thread, in an order that a seed chooses.</summary>
internal sealed class Interleaving(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>Waits until it is the caller's turn.</summary>
    public Task StepAsync()
    {
        var turn = new TaskCompletionSource();
        _waiting.Add(turn);
        return turn.Task;
    }

    /// <summary>Gives turns until all tasks have ended. A turn lasts until the next step of its task.</summary>
    public Task RunAsync(params Func<Task>[] tasks) => Task.Run(async () =>
    {
        var all = Task.WhenAll(tasks.Select(static start => start()));
        while (_waiting.Count > 0)
        {
            var next = _random.Next(_waiting.Count);
            var turn = _waiting[next];
            _waiting.RemoveAt(next);
            turn.SetResult();
        }

        Assert.True(all.IsCompleted, "A task waits for something else than its turn.");
        await all;
    });
}
