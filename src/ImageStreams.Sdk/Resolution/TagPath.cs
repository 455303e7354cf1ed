using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>The result of <see cref="TagResolver.Follow(ImageStream, string)"/>: the tags that follow each other.</summary>
public sealed record TagPath
{
    /// <summary>
    /// The tags on the path, the requested tag first; always at least that one. A tag occurs twice only in a cycle,
    /// whose last tag repeats an earlier one.
    /// </summary>
    public required ValueList<TagHop> Hops { get; init; }

    /// <summary>The reason why the path ends.</summary>
    public required TagPathEnd End { get; init; }

    /// <summary>The last tag of the path.</summary>
    public TagHop Last => Hops[^1];

    /// <summary>Returns the tags and the end, such as <c>shop/ruby:a → shop/ruby:b (Arrived)</c>.</summary>
    public override string ToString() => $"{string.Join(" → ", Hops.Select(hop => hop.Name))} ({End})";
}
