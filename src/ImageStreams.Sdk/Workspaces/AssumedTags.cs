using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>Finds the events that tags without a history have under assumptions, each tag once.</summary>
/// <remarks>Iterative, and linear in the tags: a path ends at the first tag that is already known.</remarks>
internal sealed class AssumedTags(ImageStreamSet streams, WorkspaceAssumptions assumptions, string registry)
{
    private readonly Dictionary<ImageStreamTagName, AssumedTag?> _known = [];
    private readonly ILookup<ImageStreamName, string> _pushed = streams.PushedTags
        .ToLookup(tag => ImageStreamName.FromParts(tag.Namespace, tag.Stream), tag => tag.Tag);

    /// <summary>Finds the assumption that the event of a tag rests on; none for a tag that has a history, or no event.</summary>
    public WorkspaceAssumptions FindAssumption(ImageStreamTagName tag) => Find(tag)?.RestsOn ?? WorkspaceAssumptions.AsStored;

    /// <summary>Finds the event of a tag; null when it has none, not even assumed.</summary>
    public AssumedTag? Find(ImageStreamTagName tag)
    {
        var path = new List<ImageStreamTagName>();
        var onPath = new HashSet<ImageStreamTagName>();
        AssumedTag? found = null;
        for (var next = tag; next is not null && !_known.TryGetValue(next, out found) && onPath.Add(next);)
        {
            path.Add(next);
            (found, next) = Step(next);
            if (next is null)
            {
                _known[path[^1]] = found;
            }
        }

        return Share(path, found);
    }

    /// <summary>Gives the event at the end of a path to the tags that follow it; that they have it is an assumption as well.</summary>
    private AssumedTag? Share(List<ImageStreamTagName> path, AssumedTag? end)
    {
        AssumedTag? copied = end is { } found
            ? found with { RestsOn = found.RestsOn | WorkspaceAssumptions.AssumeImported }
            : null;
        foreach (var tag in path)
        {
            _known.TryAdd(tag, copied);
        }

        return path.Count > 0 ? _known[path[0]] : end;
    }

    /// <summary>Completes a stream: the events of its tags, and the repository that the API server adds when a stream is read.</summary>
    public ImageStream Complete(ImageStream stream)
    {
        var assumed = stream.Spec.Tags.Select(specTag => specTag.Name).Concat(GetPushed(stream)).Distinct()
            .Where(tag => stream.Status.Tags.Find(tag)?.Latest is null)
            .Select(tag => (Tag: tag, Found: Find(ImageStreamName.From(stream).WithTag(tag))))
            .Where(one => one.Found is not null)
            .ToDictionary(one => one.Tag, one => CreateHistory(one.Tag, one.Found!.Value.Event), StringComparer.Ordinal);
        var stored = stream.Status.Tags.Where(history => !assumed.ContainsKey(history.Tag));
        return stream with
        {
            Status = stream.Status with { DockerImageRepository = GetRepository(stream), Tags = [.. stored, .. assumed.Values] },
        };
    }

    //   tag ──follows──▶ tag ──follows──▶ an image, a history, or a build that pushes it: the event of all tags on the path
    private (AssumedTag? Found, ImageStreamTagName? Next) Step(ImageStreamTagName tag)
    {
        if (streams.Find(tag.Namespace, tag.Stream) is not { } stream)
        {
            return default;
        }

        if (stream.Status.Tags.Find(tag.Tag) is { Latest: { } latest })
        {
            return (new AssumedTag(latest, WorkspaceAssumptions.AsStored), null);
        }

        if (stream.Spec.Tags.Find(tag.Tag) is { From: { } from } specTag)
        {
            return assumptions.HasFlag(WorkspaceAssumptions.AssumeImported) && !HasFailed(stream, tag.Tag)
                ? StepToSource(stream, specTag, from)
                : default;
        }

        return (FindPushed(stream, tag), null);
    }

    private (AssumedTag? Found, ImageStreamTagName? Next) StepToSource(ImageStream stream, TagReference specTag, ObjectReference from)
    {
        switch (from.Kind)
        {
            case ReferenceKinds.DockerImage when ImageReference.TryParse(from.Name, out var pullSpec):
                return (Import(stream, specTag, pullSpec), null);
            case ReferenceKinds.ImageStreamTag:
                var source = TagSource.Read(stream, from);
                return (null, source.StreamName.WithTag(source.Selector));
            case ReferenceKinds.ImageStreamImage when TagSource.TryRead(stream, from, out var image):
                return (Copy(image), null);
            default:
                return default;
        }
    }

    private AssumedTag Import(ImageStream stream, TagReference specTag, ImageReference pullSpec)
    {
        var isLocal = specTag.ReferencePolicy.Type == ReferencePolicyType.Local && !specTag.Reference;
        var text = isLocal && pullSpec.Id.Length == 0 && GetRepository(stream) is { Length: > 0 } repository
            ? $"{repository}:{specTag.Name}"
            : pullSpec.ToExactString();
        return CreateTag(text, pullSpec.Id, WorkspaceAssumptions.AssumeImported);
    }

    private AssumedTag? Copy(TagSource image) =>
        streams.Find(image.Namespace, image.Stream) is { } stream && GetRepository(stream) is { Length: > 0 } repository
            ? CreateTag($"{repository}@{image.Selector}", image.Selector, WorkspaceAssumptions.AssumeImported)
            : null;

    private AssumedTag? FindPushed(ImageStream stream, ImageStreamTagName tag) =>
        assumptions.HasFlag(WorkspaceAssumptions.AssumePushed)
        && !streams.FindFirstBuilds(tag).IsEmpty
        && GetRepository(stream) is { Length: > 0 } repository
            ? CreateTag($"{repository}:{tag.Tag}", "", WorkspaceAssumptions.AssumePushed)
            : null;

    private IEnumerable<string> GetPushed(ImageStream stream) =>
        assumptions.HasFlag(WorkspaceAssumptions.AssumePushed) ? _pushed[ImageStreamName.From(stream)] : [];

    private string GetRepository(ImageStream stream) => stream.Status.DockerImageRepository switch
    {
        { Length: > 0 } repository => repository,
        _ when registry.Length == 0 => "",
        _ => $"{registry}/{stream.Namespace}/{stream.Name}",
    };

    private static bool HasFailed(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag) is { ImportFailure: not null };

    private static AssumedTag CreateTag(string pullSpec, string image, WorkspaceAssumptions restsOn) =>
        new(new TagEvent { DockerImageReference = pullSpec, Image = image }, restsOn);

    private static NamedTagEventList CreateHistory(string tag, TagEvent latest) => new() { Tag = tag, Items = [latest] };
}
