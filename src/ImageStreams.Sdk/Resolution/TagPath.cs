using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>What <see cref="TagResolver.Follow(ImageStream, string)"/> answers: where the wishes of tags lead.</summary>
public sealed record TagPath
{
    /// <summary>
    /// The tags on the way, the one asked for first; always at least that one. Only in a ring does one of them come
    /// twice: the last.
    /// </summary>
    public required ValueList<TagHop> Hops { get; init; }

    /// <summary>Why the way ends there.</summary>
    public required TagPathEnd End { get; init; }

    /// <summary>The last tag that was looked at.</summary>
    public TagHop Last => Hops[^1];
}
