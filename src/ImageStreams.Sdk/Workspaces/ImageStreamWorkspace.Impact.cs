using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Workspaces;

/// <content>The answers about what follows when tags and images move.</content>
public sealed partial class ImageStreamWorkspace
{
    /// <summary>Computes what rebuilds and rolls out when tags move.</summary>
    /// <param name="moved">The tags, with their namespaces.</param>
    /// <returns>The impact, and the assumptions that its steps rest on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moved"/> is null or contains null.</exception>
    public WorkspaceImpact ComputeImpact(params IEnumerable<ImageStreamTagName> moved) => new(this, Graph.ComputeImpact(moved));

    /// <summary>Computes the tags, builds and workloads that an image reaches.</summary>
    /// <remarks>
    /// A digest begins at the tags that have this image now, in the status or by an assumption, and at everything that names it by
    /// its digest; the repository in front of it is not compared, because the content is the same everywhere. A pull spec without a
    /// digest is an image outside the streams that is imported again: see <see cref="TagGraph.ComputeImageImpact"/>.
    /// </remarks>
    /// <param name="image">A digest, or a pull spec with or without one.</param>
    /// <returns>The impact, and the assumptions that its steps rest on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public WorkspaceImpact ComputeImageImpact(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new WorkspaceImpact(this, FindDigest(image) is { } digest
            ? Graph.ComputeDigestImpact(digest, FindHolders(digest))
            : Graph.ComputeImageImpact(image));
    }

    /// <summary>Answers what happens if a tag followed another image or tag. The workspace stays as it is.</summary>
    /// <param name="tag">The tag, with its namespace; its stream and the tag itself need not exist.</param>
    /// <param name="to">A pull spec, or the name of a tag of a stream; see <see cref="TagMove.To"/>.</param>
    /// <returns>The impact, and the workspace in which the tag has moved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// <paramref name="to"/> is neither a tag of a stream of the workspace nor a pull spec.
    /// </exception>
    public WorkspaceMove MoveTag(ImageStreamTagName tag, string to)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(to);
        return MoveTags(new TagMove { Tag = tag, To = to });
    }

    /// <summary>Answers what happens if tags followed other images or tags, one after the other. The workspace stays as it
    /// is.</summary>
    /// <remarks>
    /// In the new workspace the tags, and those of their streams that follow them, have lost their images: under
    /// <see cref="WorkspaceAssumptions.AssumeImported"/> they have the new ones, and as stored they wait for an import.
    /// </remarks>
    /// <param name="moves">The moves.</param>
    /// <returns>The impact, and the workspace in which the tags have moved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moves"/> is null or contains null.</exception>
    /// <exception cref="ImageReferenceFormatException">
    /// A <see cref="TagMove.To"/> is neither a tag of a stream of the workspace nor a pull spec.
    /// </exception>
    public WorkspaceMove MoveTags(params IEnumerable<TagMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var streams = new MovedStreams(_given.Streams);
        var tags = new List<ImageStreamTagName>();
        foreach (var move in moves)
        {
            ArgumentNullException.ThrowIfNull(move, nameof(moves));
            streams.Move(move);
            tags.Add(move.Tag);
        }

        var after = new ImageStreamWorkspace(
            _given with { Streams = streams.ToList() }, Assumptions, InternalRegistryHostname, _silenced);
        return new WorkspaceMove(this, after, after.ComputeImpact(tags));
    }

    private static string? FindDigest(string image)
    {
        if (Digest.TryParse(image, out var digest))
        {
            return digest.ToString();
        }

        return ImageReference.TryParse(image, out var pullSpec) ? pullSpec.Digest?.ToString() : null;
    }

    private IEnumerable<ImageStreamTagName> FindHolders(string digest) => Objects.Streams.SelectMany(stream => stream.Status.Tags
        .Where(history => history.Latest?.Image == digest)
        .Select(history => ImageStreamName.From(stream).WithTag(history.Tag)));
}
