namespace ImageStreams.Conformance;

/// <summary>The clock that suites give to the code they ask, so that "now" can be recognised in an answer.</summary>
public sealed class SuiteClock : TimeProvider
{
    /// <summary>What <see cref="GetUtcNow"/> always answers, as an API object prints it; no case holds this time.</summary>
    public const string NowOnTheWire = "2001-02-03T04:05:06Z";

    /// <summary>The one clock.</summary>
    public static SuiteClock Instance { get; } = new();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
}
