using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Tool;

/// <summary>The answer to the question where a tag leads.</summary>
internal sealed record TagAnswer
{
    /// <summary>The tag.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The kind of the resolution: <c>resolved</c>, <c>pendingImport</c> and so on.</summary>
    public required string Status { get; init; }

    /// <summary>The pull spec; null when there is none.</summary>
    public required string? PullSpec { get; init; }

    /// <summary>The assumption that the answer rests on; null for none.</summary>
    public string? Assumption { get; init; }

    /// <summary>The sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The tags on the way, this one first, each with the place of its spec tag.</summary>
    public required ValueList<(string Name, TextPlace? Place)> Path { get; init; }

    /// <summary>The steps of the explanation; empty when only the resolution was asked for.</summary>
    public ValueList<ResolutionStep> Steps { get; init; }

    /// <summary>Gets a value indicating whether the tag has an image, or will have one.</summary>
    public bool IsFine => PullSpec is not null;
}
