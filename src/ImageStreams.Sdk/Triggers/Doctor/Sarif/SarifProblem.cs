using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>A problem that another check than the <see cref="TriggerDoctor"/> found, for <see cref="TriggerSarif"/>.</summary>
public sealed record SarifProblem
{
    /// <summary>The rule; rules of the same code are one rule, and the first one is written.</summary>
    public required SarifRule Rule { get; init; }

    /// <summary>The problem in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The object and the path of the field; null when the problem is in no object.</summary>
    public GraphField? Field { get; init; }

    /// <summary>The place in a file; null when it is not known.</summary>
    public SarifPlace? Place { get; init; }
}
