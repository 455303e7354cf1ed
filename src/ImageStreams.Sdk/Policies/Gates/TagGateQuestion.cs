using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>An image that a policy chose, with the facts that its gates look at.</summary>
public sealed record TagGateQuestion
{
    /// <summary>The tag of the repository.</summary>
    public required string Tag { get; init; }

    /// <summary>The tag's digest; null when it is not known, which holds the tag.</summary>
    public required Digest? Digest { get; init; }

    /// <summary>The record of this tag with this digest; null when it is seen for the first time.</summary>
    public TagGateCandidate? Record { get; init; }

    /// <summary>The approvals that stand on the tag.</summary>
    public ValueList<TagApproval> Approvals { get; init; }

    /// <summary>The time of the last move; null for none.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The names of the checks of images that there are, with their <see cref="IImageGate.Revision"/>.</summary>
    public ValueMap<string> Checks { get; init; }
}
