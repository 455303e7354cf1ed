namespace ImageStreams.AotSmoke;

/// <summary>A clock that always shows the same time.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
