using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>The answer of <see cref="TagResolver.Follow(ImageStream, string)"/>: the tags that follow each other.</summary>
public sealed record TagPath
{
    /// <summary>
    /// The tags on the path, the requested tag first; always at least that one. Only in a cycle does a tag occur twice:
    /// the last.
    /// </summary>
    public required ValueList<TagHop> Hops { get; init; }

    /// <summary>The reason why the path ends.</summary>
    public required TagPathEnd End { get; init; }

    /// <summary>The last tag of the path.</summary>
    public TagHop Last => Hops[^1];

    /// <summary>The tags and the end, such as <c>shop/ruby:a → shop/ruby:b (Arrived)</c>.</summary>
    public override string ToString() => $"{string.Join(" → ", Hops.Select(hop => hop.Name))} ({End})";
}
