using System.Globalization;

namespace ImageStreams.Hosting;

/// <summary>The state of one loop of the hosted controllers at a moment.</summary>
public sealed record ControllerLoop
{
    /// <summary>The name of the loop, such as <c>imports</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The state.</summary>
    public required ControllerLoopState State { get; init; }

    /// <summary>The number of times that the loop died since it last made progress.</summary>
    public int Failures { get; init; }

    /// <summary>The number of times that the loop was started again since the host started.</summary>
    public int Restarts { get; init; }

    /// <summary>The type and the message of the exception by which the loop died last; null when it never did.</summary>
    public string? LastError { get; init; }

    /// <summary>The time at which the loop died last; null when it never did.</summary>
    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>Gets a value indicating whether the loop is dead: it died, and has made no progress since.</summary>
    public bool IsDead => Failures > 0 && State != ControllerLoopState.Stopped;

    /// <summary>Returns the name, the state and the last error.</summary>
    public override string ToString() => LastError is null
        ? $"{Name}: {State}"
        : string.Create(CultureInfo.InvariantCulture, $"{Name}: {State}, {Restarts} restarts, {LastFailure:u} {LastError}");
}
