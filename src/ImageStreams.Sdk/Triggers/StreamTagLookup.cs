using System.Globalization;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Looks up tags in a set of streams by the rules of OpenShift's image trigger controller.</summary>
/// <remarks>
/// A name must have a colon, its stream must exist and have a numeric <c>metadata.resourceVersion</c> (see
/// <see cref="AcceptUnversioned"/>), and its tag must have a history. For a stream without
/// <c>status.dockerImageRepository</c> the hostname of the integrated registry is used. When two streams have the same
/// name, the first is used. Immutable; safe to share between threads.
/// </remarks>
public sealed class StreamTagLookup : ITagLookup
{
    private readonly ImageStreamSet _streams;
    private readonly string _internalRegistryHostname;

    /// <summary>Initializes a lookup in the streams of a cluster without an integrated registry.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    public StreamTagLookup(IEnumerable<ImageStream> streams)
        : this(streams, "")
    {
    }

    /// <summary>Initializes a lookup in the streams of a cluster.</summary>
    /// <inheritdoc cref="StreamTagLookup(ImageStreamSet, string)"/>
    public StreamTagLookup(IEnumerable<ImageStream> streams, string internalRegistryHostname)
        : this(new ImageStreamSet(streams), internalRegistryHostname)
    {
    }

    /// <summary>Initializes a lookup in streams that are already indexed.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="internalRegistryHostname">The host and port of the integrated registry; empty when there is none.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="streams"/> or <paramref name="internalRegistryHostname"/> is null.
    /// </exception>
    public StreamTagLookup(ImageStreamSet streams, string internalRegistryHostname)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(internalRegistryHostname);

        _streams = streams;
        _internalRegistryHostname = internalRegistryHostname;
    }

    /// <summary>
    /// Gets a value indicating whether streams without a numeric <c>metadata.resourceVersion</c> are accepted, such as
    /// those that come from files; false by default, as OpenShift ignores them.
    /// </summary>
    public bool AcceptUnversioned { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    public TagLookupResult Find(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);

        return ImageStreamTagName.TrySplit(name, out var streamName, out var tag) && _streams.Find(ns, streamName) is { } stream
            ? Find(stream, ns, name, tag, _internalRegistryHostname, AcceptUnversioned)
            : default;
    }

    /// <summary>Finds the image that a tag of a stream points to.</summary>
    internal static TagLookupResult Find(
        ImageStream stream, string ns, string name, string tag, string internalRegistryHostname, bool acceptUnversioned)
    {
        // OpenShift builds the repository from the whole name, tag included, and drops the tag later.
        var pullSpec = stream.Status.DockerImageRepository.Length > 0
            ? PullSpecs.FindLatest(stream, tag)
            : PullSpecs.FindLatest(stream, tag, $"{internalRegistryHostname}/{ns}/{name}");
        return TryGetVersion(stream, out var version) || acceptUnversioned
            ? new TagLookupResult { PullSpec = pullSpec, ResourceVersion = version }
            : new TagLookupResult { IsUnversioned = pullSpec is not null };
    }

    /// <summary>Determines whether a stream has a version that OpenShift's controller accepts.</summary>
    internal static bool IsVersioned(ImageStream stream) => TryGetVersion(stream, out _);

    private static bool TryGetVersion(ImageStream stream, out long version) => long.TryParse(
        stream.Metadata.ResourceVersion, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out version);
}
