using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>The answer of a registry to the question which image a name has now.</summary>
internal sealed record RegistryAnswer
{
    /// <summary>The digest; null when the registry did not answer.</summary>
    public string? Digest { get; init; }

    /// <summary>The digests of the images in the index that the name has; empty for a single image.</summary>
    public ValueList<string> Images { get; init; }

    /// <summary>The mirror that answered, such as <c>mirror.example/team/base</c>; null when the registry itself did.</summary>
    public string? Mirror { get; init; }

    /// <summary>The origin of the digest, as a part of a sentence.</summary>
    public string Origin => Mirror is null ? "from its registry" : $"from its mirror {Mirror}";

    /// <summary>The reason why there is no digest; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>Determines whether the name still has an image: the digest itself, or that of one platform, which an import records.</summary>
    public bool Has(string digest) => Digest == digest || Images.Contains(digest);

    /// <summary>Gets the state of a name whose recorded digest is given; null when none is recorded.</summary>
    public FollowedTagStatus GetStatus(string? recorded) => recorded switch
    {
        _ when Digest is null => FollowedTagStatus.Failed,
        null => FollowedTagStatus.Unknown,
        _ when Has(recorded) => FollowedTagStatus.Current,
        _ => FollowedTagStatus.Moved,
    };
}
