using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Waits end at once, advance the clock, and are recorded; time limits, which are longer, never
/// elapse.</summary>
internal sealed class ImpatientTimeProvider(TimeSpan limit) : FakeTimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Waits.Sum(wait => wait.Ticks));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= limit || dueTime <= TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
