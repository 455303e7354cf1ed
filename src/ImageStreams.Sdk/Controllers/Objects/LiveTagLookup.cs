using System.Collections.Concurrent;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Looks up tags in the observed streams, by the rules of <see cref="StreamTagLookup"/>.</summary>
internal sealed class LiveTagLookup(string internalRegistryHostname) : ITagLookup
{
    private readonly ConcurrentDictionary<(string Namespace, string Name), ImageStream> _streams = [];

    /// <summary>Adds a stream, or replaces the one of the same name.</summary>
    /// <returns>True when it is new or has another <c>metadata.resourceVersion</c>.</returns>
    public bool Set(ImageStream stream)
    {
        var key = (stream.Namespace, stream.Name);
        var isKnown = _streams.TryGetValue(key, out var former);
        _streams[key] = stream;
        return !isKnown || former!.Metadata.ResourceVersion != stream.Metadata.ResourceVersion;
    }

    /// <summary>Finds the stream of a tag; null when it was not observed.</summary>
    public ImageStream? FindStream(ImageStreamTagName tag) => _streams.GetValueOrDefault((tag.Namespace, tag.Stream));

    /// <summary>Finds the latest image of a tag; null when it has none.</summary>
    public TagEvent? FindLatest(ImageStreamTagName tag) => FindStream(tag)?.Status.Tags.Find(tag.Tag)?.Latest;

    /// <summary>Finds the tag of the same stream that a tag follows; null when it follows none.</summary>
    public ImageStreamTagName? FindFollowed(ImageStreamTagName tag) =>
        FindStream(tag) is { } stream && TagSource.FindFollowedTag(stream, stream.Spec.Tags.Find(tag.Tag)) is { } followed
            ? ImageStreamTagName.FromParts(tag.Namespace, tag.Stream, followed)
            : null;

    public void Remove(ImageStreamName stream) => _streams.TryRemove((stream.Namespace, stream.Name), out _);

    /// <inheritdoc/>
    public TagLookupResult Find(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);

        return ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            && _streams.TryGetValue((ns, stream), out var found)
                ? StreamTagLookup.Find(found, ns, name, tag, internalRegistryHostname, acceptUnversioned: false)
                : default;
    }
}
