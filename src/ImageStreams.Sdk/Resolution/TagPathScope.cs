using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The streams that a tag path may enter, and the one in which it begins.</summary>
internal readonly record struct TagPathScope
{
    /// <summary>The other streams; null when the path stays in the first.</summary>
    private readonly ImageStreamSet? _others;

    /// <summary>All streams that are known, whether or not the path may enter them; null for a single stream.</summary>
    private readonly ImageStreamSet? _known;

    /// <summary>Finds out whether the event of a tag is assumed; null when all events are stored.</summary>
    private readonly Func<ImageStreamTagName, bool>? _isAssumed;

    /// <summary>Creates the scope of a single stream.</summary>
    public TagPathScope(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Start = stream;
        Namespace = stream.Namespace;
        Stream = stream.Name;
    }

    /// <summary>Creates the scope of a stream among others, which are entered if the options allow it.</summary>
    public TagPathScope(ImageStreamSet streams, string ns, string stream, TagResolverOptions? options)
    {
        ArgumentNullException.ThrowIfNull(streams);
        Start = streams.Find(ns, stream);
        Namespace = ns;
        Stream = stream;
        _known = streams;
        options ??= TagResolverOptions.Default;
        _others = options.AcrossStreams ? streams : null;
        _isAssumed = options.IsAssumed;
    }

    /// <summary>The namespace of the stream in which the path begins.</summary>
    public string Namespace { get; }

    /// <summary>The name of that stream.</summary>
    public string Stream { get; }

    /// <summary>The stream in which the path begins; null when it does not exist.</summary>
    public ImageStream? Start { get; }

    /// <summary>Gets a value indicating whether the path may enter other streams.</summary>
    public bool IsAcross => _others is not null;

    /// <summary>Finds a stream that the path may enter.</summary>
    public ImageStream? Find(string ns, string stream) =>
        stream == Stream && ns == Namespace ? Start : _others?.Find(ns, stream);

    /// <summary>Finds the builds that may push the first image of the tag of a hop; none within a single stream.</summary>
    public ValueList<string> FindBuilds(TagHop hop) =>
        _others?.FindFirstBuilds(ImageStreamTagName.FromParts(hop.Namespace, hop.Stream, hop.Tag)) ?? [];

    /// <summary>Determines whether the event of the tag of a hop is assumed rather than stored.</summary>
    public bool IsAssumed(TagHop hop) =>
        _isAssumed?.Invoke(ImageStreamTagName.FromParts(hop.Namespace, hop.Stream, hop.Tag)) ?? false;

    /// <summary>Lists the tags of all streams that are known.</summary>
    public IEnumerable<(ImageStream Stream, string Tag)> ListTags()
    {
        var start = Start;
        return (_known?.Streams ?? (start is null ? [] : [start])).SelectMany(stream => stream.Spec.Tags.Select(tag => tag.Name)
            .Concat(stream.Status.Tags.Select(history => history.Tag))
            .Distinct()
            .Select(tag => (stream, tag)));
    }

    /// <summary>Finds the history of the tag of a hop.</summary>
    public NamedTagEventList? FindHistory(TagHop hop) => Find(hop.Namespace, hop.Stream)?.Status.Tags.Find(hop.Tag);
}
