using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

/// <summary>A clock that moves on at once to the end of each wait.</summary>
internal sealed class SkippingClock : FakeTimeProvider
{
    /// <summary>The waits so far.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
