using ImageStreams.Graphs;
using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The tags with policies that can choose each other, because they follow repositories of streams.</summary>
internal sealed class PolicyCycles
{
    private readonly Dictionary<string, ImageStream> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<ImageStreamTagName, List<ImageStreamTagName>> _choices = [];

    public PolicyCycles(GraphObjects objects)
    {
        foreach (var stream in objects.Streams)
        {
            Add(stream, stream.Status.DockerImageRepository);
            Add(stream, stream.Status.PublicDockerImageRepository);
        }

        foreach (var stream in _streams.Count == 0 ? [] : objects.Streams)
        {
            AddChoices(stream);
        }
    }

    /// <summary>Gets the name under which two references to a repository are the same.</summary>
    public static string GetRepository(ImageReference image) => image.ToDockerClientDefaults().ToRepository().ToString();

    /// <summary>Finds the stream whose tag a policy can choose although it follows the tag of the policy; null for none.</summary>
    public ImageStreamName? FindCycle(ImageStreamTagName tag)
    {
        foreach (var choice in _choices.GetValueOrDefault(tag) ?? [])
        {
            if (LeadsTo(choice, tag))
            {
                return choice.StreamName;
            }
        }

        return null;
    }

    private void Add(ImageStream stream, string? repository)
    {
        if (ImageReference.TryParse(repository ?? "", out var image))
        {
            _streams.TryAdd(GetRepository(image), stream);
        }
    }

    private void AddChoices(ImageStream stream)
    {
        foreach (var reference in stream.Spec.Tags)
        {
            if (FindChoices(stream, reference) is { Count: > 0 } choices)
            {
                _choices.TryAdd(ImageStreamTagName.FromParts(stream.Namespace, stream.Name, reference.Name), choices);
            }
        }
    }

    private List<ImageStreamTagName> FindChoices(ImageStream stream, TagReference reference) => reference.GetSourceKind() switch
    {
        TagSourceKind.Tag when ImageStreamTagName.TrySplit(reference.From!.Name ?? "", out var name, out var tag) =>
            [ImageStreamTagName.FromParts(reference.From.Namespace ?? stream.Namespace, name, tag)],
        TagSourceKind.Tag => [ImageStreamTagName.FromParts(stream.Namespace, stream.Name, reference.From!.Name ?? "")],
        TagSourceKind.Import when TagPolicyAnnotation.Read(reference) is TagPolicyReading.Found found
            && _streams.TryGetValue(GetRepository(ImageReference.Parse(reference.From!.Name!)), out var followed) =>
            [.. FindChoices(found.Policy, followed)],
        _ => [],
    };

    private static IEnumerable<ImageStreamTagName> FindChoices(TagPolicy policy, ImageStream stream) => policy
        .Rank([.. stream.Spec.Tags.Select(tag => CandidateTag.Create(tag.Name))], null, DateTimeOffset.MaxValue)
        .Select(tag => ImageStreamTagName.FromParts(stream.Namespace, stream.Name, tag.Name));

    private bool LeadsTo(ImageStreamTagName from, ImageStreamTagName target)
    {
        var seen = new HashSet<ImageStreamTagName> { from };
        var next = new Queue<ImageStreamTagName>(seen);
        while (next.TryDequeue(out var tag))
        {
            if (tag == target)
            {
                return true;
            }

            foreach (var choice in _choices.GetValueOrDefault(tag) ?? [])
            {
                if (seen.Add(choice))
                {
                    next.Enqueue(choice);
                }
            }
        }

        return false;
    }
}
