using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Testing.Simulation;

/// <summary>Keeps the last observed state of every stream, and logs the tags that a change has moved.</summary>
internal sealed class StreamTracker(WorldLog log) : IObjectObserver<ImageStream>
{
    private readonly Dictionary<ImageStreamName, ImageStream> _streams = [];
    private readonly HashSet<ImageStreamTagName> _moved = [];

    /// <summary>The streams that exist.</summary>
    public IReadOnlyDictionary<ImageStreamName, ImageStream> Streams => _streams;

    /// <summary>Gets or sets a value indicating whether a push has written the change that is observed.</summary>
    public bool IsPush { get; set; }

    public void Observe(ImageStream value)
    {
        var name = ImageStreamName.From(value);
        var former = _streams.GetValueOrDefault(name, new ImageStream());
        _streams[name] = value;
        LogTags(name, former, value);
    }

    public void Remove(ImageStream value) => _streams.Remove(ImageStreamName.From(value));

    /// <summary>Determines whether a tag has moved since the world was last idle.</summary>
    public bool HasMoved(ImageStreamTagName tag) => _moved.Contains(tag);

    /// <summary>Clears the tags that have moved.</summary>
    public void ClearMoved() => _moved.Clear();

    private void LogTags(ImageStreamName name, ImageStream former, ImageStream current)
    {
        foreach (var history in current.Status.Tags)
        {
            var before = PullSpecs.FindLatestEvent(former, history.Tag);
            if (history.Latest is { } latest && (latest.Image != before?.Image || latest.DockerImageReference != before.DockerImageReference))
            {
                _moved.Add(name.WithTag(history.Tag));
                LogMove(name.WithTag(history.Tag), latest, current);
            }
        }

        foreach (var history in former.Status.Tags.Where(history => current.Status.Tags.Find(history.Tag) is null))
        {
            log.Add(new WorldEvent.TagRemoved { Tag = name.WithTag(history.Tag) });
        }
    }

    private void LogMove(ImageStreamTagName tag, TagEvent latest, ImageStream current)
    {
        var pullSpec = latest.DockerImageReference ?? "";
        var specTag = current.Spec.Tags.Find(tag.Tag);
        log.Add(specTag?.From switch
        {
            { Kind: ReferenceKinds.ImageStreamTag } from when IsOfSameStream(from, tag) =>
                new WorldEvent.AliasFollowed { Tag = tag, Source = from.Name ?? "", PullSpec = pullSpec },
            { Kind: ReferenceKinds.ImageStreamTag or ReferenceKinds.ImageStreamImage } from =>
                new WorldEvent.TagCopied { Tag = tag, Source = GetSource(from, tag), PullSpec = pullSpec },
            _ when IsPush => new WorldEvent.TagPushed { Tag = tag, PullSpec = pullSpec },
            null => new WorldEvent.TagCopied { Tag = tag, Source = "", PullSpec = pullSpec },
            _ when specTag!.Reference => new WorldEvent.TagReferenced { Tag = tag, PullSpec = pullSpec },
            _ => new WorldEvent.Imported { Tag = tag, PullSpec = pullSpec },
        });
    }

    /// <summary>
    /// Determines whether a reference names a tag of the stream that has it, with or without the stream's name.
    /// </summary>
    private static bool IsOfSameStream(ObjectReference from, ImageStreamTagName tag)
    {
        var hasStream = ImageStreamTagName.TrySplit(from.Name ?? "", out var stream, out _);
        return from.NamespaceOr(tag.Namespace) == tag.Namespace && (!hasStream || stream == tag.Stream);
    }

    private static string GetSource(ObjectReference from, ImageStreamTagName tag)
    {
        var ns = from.NamespaceOr(tag.Namespace);
        return ns == tag.Namespace ? from.Name ?? "" : $"{ns}/{from.Name}";
    }
}
