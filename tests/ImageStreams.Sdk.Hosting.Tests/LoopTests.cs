using ImageStreams.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Hosting;

/// <summary>The supervision of loops.</summary>
public sealed class LoopTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ControllerLoops _loops = new();

    [Fact]
    public async Task Run_BodyThrows_IsStartedAgainAfterDelaysThatDouble()
    {
        using var stop = new CancellationTokenSource();
        var starts = new List<DateTimeOffset>();
        var run = Create().RunAsync(
            (_, _) =>
            {
                starts.Add(_time.GetUtcNow());
                throw new InvalidOperationException("A bug.");
            },
            stop.Token);

        await Eventually.TrueAsync(() => starts.Count == 5, () => _time.Advance(TimeSpan.FromMilliseconds(100)));
        await stop.CancelAsync();
        await run;

        var delays = starts.Zip(starts.Skip(1), static (a, b) => b - a).ToList();
        Assert.All(delays.Zip([1, 2, 4, 8]), static pair => Assert.InRange(
            pair.First, TimeSpan.FromSeconds(pair.Second), TimeSpan.FromSeconds(pair.Second + 0.5)));
    }

    [Fact]
    public async Task Run_BodyThrows_TheLoopIsDeadUntilItMakesProgress()
    {
        using var stop = new CancellationTokenSource();
        var goOn = new TaskCompletionSource();
        var run = Create().RunAsync((loop, token) => RunAsync(loop, goOn.Task, token), stop.Token);

        await Eventually.TrueAsync(() => _loops.HasDied);
        var dead = _loops.All.Single();
        goOn.SetResult();
        await Eventually.TrueAsync(() => !_loops.HasDied, () => _time.Advance(TimeSpan.FromSeconds(1)));
        var alive = _loops.All.Single();
        await stop.CancelAsync();
        await run;

        Assert.Equal((ControllerLoopState.Restarting, "InvalidOperationException: A bug."), (dead.State, dead.LastError));
        Assert.Equal((ControllerLoopState.Running, 0), (alive.State, alive.Failures));
        Assert.Equal(ControllerLoopState.Stopped, _loops.All.Single().State);
    }

    [Fact]
    public async Task Run_Canceled_EndsWithoutAFailure()
    {
        using var stop = new CancellationTokenSource();
        var run = Create().RunAsync((_, token) => Task.Delay(Timeout.Infinite, token), stop.Token);

        await stop.CancelAsync();
        await run;

        Assert.Null(_loops.All.Single().LastError);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(int.MaxValue, 60)]
    public void RestartDelays_DoubleUpToTheLongest(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RestartDelays.Get(new ControllerHostOptions(), failures));

    private SupervisedLoop Create() => new("test", _loops, new ControllerHostOptions(), _time, NullLogger.Instance);

    private static async Task RunAsync(SupervisedLoop loop, Task goOn, CancellationToken stop)
    {
        if (!goOn.IsCompleted)
        {
            throw new InvalidOperationException("A bug.");
        }

        loop.Progress();
        await Task.Delay(Timeout.Infinite, stop);
    }
}
