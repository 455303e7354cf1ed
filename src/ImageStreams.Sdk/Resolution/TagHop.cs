namespace ImageStreams.Resolution;

/// <summary>One step on the way from a tag to what it stands for.</summary>
public sealed record TagHop
{
    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>What the tag is to follow; null when the stream has no such wish.</summary>
    public TagReference? Wish { get; init; }

    /// <summary>The tag, and what it follows, for a person to read.</summary>
    public override string ToString() => Wish?.From is { } from ? $"{Tag} follows {from.Kind} {from.Name}" : Tag;
}
