namespace ImageStreams.Resolution;

/// <summary>One finding on the path from a tag to its image.</summary>
public sealed record ResolutionStep
{
    /// <summary>The subject of the finding.</summary>
    public required ResolutionStepKind Kind { get; init; }

    /// <summary>The rule by which the previous tag names this one.</summary>
    public required TagHopRule Rule { get; init; }

    /// <summary>The tag's full name, such as <c>shop/python:latest</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The finding, such as <c>follows 3.8 of the same stream</c>: a sentence whose subject is the tag.</summary>
    public required string Finding { get; init; }

    /// <summary>Returns the tag and the finding.</summary>
    public override string ToString() => $"{Subject} {Finding}";
}
