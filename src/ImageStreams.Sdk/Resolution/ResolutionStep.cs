namespace ImageStreams.Resolution;

/// <summary>One thing that was found on the way from a tag to its image.</summary>
public sealed record ResolutionStep
{
    /// <summary>What it is about.</summary>
    public required ResolutionStepKind Kind { get; init; }

    /// <summary>How the way came to the tag.</summary>
    public required TagHopRule Rule { get; init; }

    /// <summary>The tag's full name, such as <c>shop/python:latest</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What was found, such as <c>follows 3.8 of the same stream</c>: a sentence that begins with the tag.</summary>
    public required string Finding { get; init; }
}
