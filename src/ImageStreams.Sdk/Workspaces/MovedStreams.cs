using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>Moves tags of streams.</summary>
internal sealed class MovedStreams
{
    private readonly List<ImageStream> _streams;
    private readonly Dictionary<ImageStreamName, int> _positions = [];

    public MovedStreams(ValueList<ImageStream> streams)
    {
        _streams = [.. streams];
        for (var at = 0; at < _streams.Count; at++)
        {
            _positions.TryAdd(ImageStreamName.From(_streams[at]), at);
        }
    }

    /// <summary>The streams as they are now.</summary>
    public ValueList<ImageStream> ToList() => _streams.ToValueList();

    /// <summary>Moves a tag; a stream or a tag that does not exist is added.</summary>
    /// <exception cref="ImageReferenceFormatException">The target is neither a tag of a stream nor a pull spec.</exception>
    public void Move(TagMove move)
    {
        var to = ReadTarget(move);
        var at = FindOrAdd(move.Tag.StreamName);
        _streams[at] = Move(_streams[at], move.Tag.Tag, to);
    }

    private ObjectReference ReadTarget(TagMove move)
    {
        if (ImageStreamTagName.TryParse(move.To, out var tag))
        {
            var ns = tag.Namespace.Length > 0 ? tag.Namespace : move.Tag.Namespace;
            if (_positions.ContainsKey(ImageStreamName.FromParts(ns, tag.Stream)))
            {
                return ObjectReference.ImageStreamTag(tag.LocalName) with { Namespace = ns };
            }
        }

        return ObjectReference.DockerImage(ImageReference.Parse(move.To).ToExactString());
    }

    private int FindOrAdd(ImageStreamName name)
    {
        if (!_positions.TryGetValue(name, out var at))
        {
            at = _streams.Count;
            _streams.Add(new ImageStream { Metadata = new ObjectMeta { Namespace = name.Namespace, Name = name.Name } });
            _positions.Add(name, at);
        }

        return at;
    }

    /// <summary>Moves a tag: what it had, and what the tags of the stream that follow it had, is no longer theirs.</summary>
    private static ImageStream Move(ImageStream stream, string tag, ObjectReference to)
    {
        var tags = stream.Spec.Tags.Contains(tag)
            ? stream.Spec.Tags.Select(specTag => specTag.Name == tag ? specTag with { From = to } : specTag)
            : stream.Spec.Tags.Append(new TagReference { Name = tag, From = to });
        var moved = FindFollowers(stream, tag);
        return stream with
        {
            Spec = stream.Spec with { Tags = [.. tags] },
            Status = stream.Status with { Tags = [.. stream.Status.Tags.Where(history => !moved.Contains(history.Tag))] },
        };
    }

    private static HashSet<string> FindFollowers(ImageStream stream, string tag)
    {
        var followers = stream.Spec.Tags.ToLookup(specTag => TagSource.FindFollowedTag(stream, specTag), specTag => specTag.Name);
        var moved = new HashSet<string>(StringComparer.Ordinal) { tag };
        var open = new Queue<string>(moved);
        while (open.TryDequeue(out var next))
        {
            foreach (var follower in followers[next].Where(moved.Add))
            {
                open.Enqueue(follower);
            }
        }

        return moved;
    }
}
