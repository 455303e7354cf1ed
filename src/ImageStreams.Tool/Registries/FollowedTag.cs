using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>A tag that follows an image, or an image name in a file, with what is recorded and what the registry says.</summary>
internal sealed record FollowedTag
{
    /// <summary>The tag; null for a name in a file that is no manifest.</summary>
    public required ImageStreamTagName? Tag { get; init; }

    /// <summary>The tag as a text; of a name in a file, its place.</summary>
    public string Name => Tag?.ToString() ?? Place?.ToString() ?? From;

    /// <summary>The pull spec that it follows.</summary>
    public required string From { get; init; }

    /// <summary>The place of the reference.</summary>
    public required TextPlace? Place { get; init; }

    /// <summary>The digest that is recorded; null when none is.</summary>
    public required string? Recorded { get; init; }

    /// <summary>The digest that the registry has; null when it did not answer.</summary>
    public required string? Digest { get; init; }

    /// <summary>The mirror that answered; null when the registry itself did, or nobody.</summary>
    public required string? Mirror { get; init; }

    /// <summary>The reason why the registry did not answer; null when it did.</summary>
    public required string? Failure { get; init; }

    /// <summary>The answer of the tag's policy; null without a policy.</summary>
    public PolicyAnswer? Policy { get; init; }

    /// <summary>The state.</summary>
    public required FollowedTagStatus Status { get; init; }
}
