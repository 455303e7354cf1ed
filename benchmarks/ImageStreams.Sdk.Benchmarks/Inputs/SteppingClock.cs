namespace ImageStreams.Benchmarks.Inputs;

/// <summary>The system's clock, advanced by hand.</summary>
public sealed class SteppingClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
