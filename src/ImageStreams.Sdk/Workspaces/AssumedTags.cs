using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>Finds the events that tags without a history have under assumptions, each tag once.</summary>
/// <remarks>Iterative, and linear in the tags: a path ends at the first tag that is already known.</remarks>
internal sealed class AssumedTags(ImageStreamSet streams, WorkspaceAssumptions assumptions, string registry)
{
    private readonly Dictionary<ImageStreamTagName, AssumedTag?> _known = [];
    private readonly Lock _walking = new();
    private readonly AssumedEvents _events = new(streams, registry);
    private readonly ILookup<ImageStreamName, string> _pushed = streams.PushedTags
        .ToLookup(tag => ImageStreamName.FromParts(tag.Namespace, tag.Stream), tag => tag.Tag);

    /// <summary>Finds the assumption that the event of a tag rests on; none for a tag that has a history, or no event.</summary>
    public WorkspaceAssumptions FindAssumption(ImageStreamTagName tag) => Find(tag)?.RestsOn ?? WorkspaceAssumptions.AsStored;

    /// <summary>Finds the event of a tag; null when it has none, not even assumed.</summary>
    public AssumedTag? Find(ImageStreamTagName tag)
    {
        lock (_walking)
        {
            return Walk(tag);
        }
    }

    /// <summary>Completes a stream: the events of its tags, and the repository that the API server adds when a stream is read.</summary>
    /// <returns>The same object when there is nothing to add.</returns>
    public ImageStream Complete(ImageStream stream)
    {
        var assumed = stream.Spec.Tags.Select(specTag => specTag.Name).Concat(GetPushed(stream)).Distinct()
            .Where(tag => stream.Status.Tags.Find(tag)?.Latest is null)
            .Select(tag => (Tag: tag, Found: Find(ImageStreamName.From(stream).WithTag(tag))))
            .Where(one => one.Found is not null)
            .ToDictionary(one => one.Tag, one => CreateHistory(stream, one.Tag, one.Found!.Value), StringComparer.Ordinal);
        var repository = _events.GetRepository(stream);
        if (assumed.Count == 0 && repository == stream.Status.DockerImageRepository)
        {
            return stream;
        }

        var stored = stream.Status.Tags.Where(history => !assumed.ContainsKey(history.Tag));
        return stream with
        {
            Status = stream.Status with { DockerImageRepository = repository, Tags = [.. stored, .. assumed.Values] },
        };
    }

    //   tag ──follows──▶ tag ──follows──▶ an image, a history, or a build that pushes it: the event of all tags on the path
    private AssumedTag? Walk(ImageStreamTagName tag)
    {
        var path = new List<ImageStreamTagName>();
        var onPath = new HashSet<ImageStreamTagName>();
        AssumedTag? found = null;
        var next = tag;
        while (next is not null && !_known.TryGetValue(next, out found) && onPath.Add(next))
        {
            path.Add(next);
            (found, next) = Step(next);
        }

        return Share(path, next, found);
    }

    /// <summary>Gives the event at the end of a path to the tags that follow it.</summary>
    /// <param name="path">The tags, none of which is known.</param>
    /// <param name="end">The known tag behind the path; null when the last tag of the path has the event itself.</param>
    /// <param name="found">The event.</param>
    private AssumedTag? Share(List<ImageStreamTagName> path, ImageStreamTagName? end, AssumedTag? found)
    {
        for (var at = path.Count - 1; at >= 0; at--)
        {
            if (found is { } followed && end is not null)
            {
                found = _events.Follow(path[at], end.StreamName, followed);
            }

            _known[path[at]] = found;
            end = path[at];
        }

        return found;
    }

    private (AssumedTag? Found, ImageStreamTagName? Next) Step(ImageStreamTagName tag)
    {
        if (streams.Find(tag.Namespace, tag.Stream) is not { } stream)
        {
            return default;
        }

        if (stream.Status.Tags.Find(tag.Tag) is { Latest: { } latest })
        {
            return (new AssumedTag(latest, latest.Image.Length > 0, WorkspaceAssumptions.AsStored), null);
        }

        if (stream.Spec.Tags.Find(tag.Tag) is { From: { } from } specTag)
        {
            return assumptions.HasFlag(WorkspaceAssumptions.AssumeImported) && !HasFailed(stream, tag.Tag)
                ? StepToSource(stream, tag, specTag, from)
                : default;
        }

        return assumptions.HasFlag(WorkspaceAssumptions.AssumePushed) ? (_events.Push(stream, tag), null) : default;
    }

    private (AssumedTag? Found, ImageStreamTagName? Next) StepToSource(
        ImageStream stream, ImageStreamTagName tag, TagReference specTag, ObjectReference from)
    {
        switch (from.Kind)
        {
            case ReferenceKinds.DockerImage when ImageReference.TryParse(from.Name, out var pullSpec):
                return (AssumedEvents.Import(specTag, pullSpec), null);
            case ReferenceKinds.ImageStreamTag:
                var source = TagSource.Read(stream, from);
                return (null, source.StreamName.WithTag(source.Selector));
            case ReferenceKinds.ImageStreamImage when TagSource.TryRead(stream, from, out var image):
                return (_events.Pin(tag, image), null);
            default:
                return default;
        }
    }

    private IEnumerable<string> GetPushed(ImageStream stream) =>
        assumptions.HasFlag(WorkspaceAssumptions.AssumePushed) ? _pushed[ImageStreamName.From(stream)] : [];

    private NamedTagEventList CreateHistory(ImageStream stream, string tag, AssumedTag assumed) =>
        new() { Tag = tag, Items = [_events.Complete(stream, tag, assumed)] };

    private static bool HasFailed(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag) is { ImportFailure: not null };
}
