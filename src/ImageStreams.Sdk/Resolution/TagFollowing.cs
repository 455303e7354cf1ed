using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>What <see cref="TagResolver.Follow"/> answers: where the wishes of a stream's tags lead.</summary>
public abstract record TagFollowing
{
    private TagFollowing()
    {
    }

    /// <summary>The tags on the way, the one asked for first; always at least that one.</summary>
    public required ValueList<TagHop> Path { get; init; }

    /// <summary>The last tag that was looked at.</summary>
    public TagHop Last => Path[^1];

    /// <summary>The way ends at a tag that follows no other: an image, or nothing.</summary>
    public sealed record Found : TagFollowing;

    /// <summary>The last tag of the way is not in the stream's wishes.</summary>
    public sealed record NotFound : TagFollowing;

    /// <summary>The last tag of the way is on it already.</summary>
    public sealed record Circular : TagFollowing;

    /// <summary>The last tag of the way follows a tag of another stream, which OpenShift does not follow.</summary>
    public sealed record CrossStream : TagFollowing;
}
