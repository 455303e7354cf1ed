using ImageStreams.References;

namespace ImageStreams.Workspaces;

/// <summary>A tag that would follow something else: the question of a what-if.</summary>
public sealed record TagMove
{
    /// <summary>The tag, with its namespace. Its stream and the tag itself need not exist.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>
    /// The pull spec of an image, or the name of a tag of a stream of the workspace: <c>namespace/stream:tag</c>, or
    /// <c>stream:tag</c> in the namespace of <see cref="Tag"/>. A name that could be both is that of the tag.
    /// </summary>
    public required string To { get; init; }

    /// <summary>Returns the tag and what it would follow.</summary>
    public override string ToString() => $"{Tag} -> {To}";
}
