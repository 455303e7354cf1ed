using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>An image that waits at the gates of a tag.</summary>
public sealed record TagGateCandidate
{
    /// <summary>The tag of the repository; 1 to 128 characters.</summary>
    public required string Tag { get; init; }

    /// <summary>The tag's digest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The first time at which the tag was seen with the digest, to the second.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The first time at which an approval in time was seen; null for none.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The last answers of the checks of images, at most 16.</summary>
    public ValueList<ImageGateRecord> Checks { get; init; }

    /// <summary>The results of the gates at the last look that changed something, at most 16.</summary>
    public ValueList<TagGateMark> Results { get; init; }

    /// <summary>Finds the last answer of a check in its present form; null when it has to be asked.</summary>
    internal ImageGateRecord? FindCheck(string name, string revision) =>
        Checks.FirstOrDefault(check => check.Name == name && check.Revision == revision);
}
