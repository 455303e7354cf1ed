using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Storage;

public sealed class BookmarkTimerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();

    /// <summary>A watcher that may not report a bookmark yet takes it as well; otherwise it would ask again without a wait.</summary>
    [Fact]
    public async Task TakeDue_OnceInEachInterval_AndTheWaitIsForTheNextOne()
    {
        var timer = new BookmarkTimer(Interval, _time);
        Assert.False(timer.TakeDue());

        _time.Advance(Interval);
        Assert.True(timer.TakeDue());
        Assert.False(timer.TakeDue());

        var wait = timer.WaitAsync(Task.Delay(Timeout.Infinite), CancellationToken.None).AsTask();
        Assert.False(wait.IsCompleted);
        _time.Advance(Interval);
        await wait;
        Assert.True(timer.TakeDue());
    }

    [Fact]
    public void TakeDue_NoInterval_IsNever()
    {
        var timer = new BookmarkTimer(null, _time);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(timer.TakeDue());
    }
}
