namespace ImageStreams.Conformance;

/// <summary>The clock that suites pass to the code under test, so that "now" can be recognized in an answer.</summary>
public sealed class SuiteClock : TimeProvider
{
    /// <summary>The time that <see cref="GetUtcNow"/> returns, as an API object prints it; no case has this time.</summary>
    public const string NowOnTheWire = "2001-02-03T04:05:06Z";

    /// <summary>The only instance.</summary>
    public static SuiteClock Instance { get; } = new();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
}
