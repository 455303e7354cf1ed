using System.Globalization;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Answers from a set of streams, as OpenShift's trigger controller does from its cache.</summary>
/// <remarks>
/// A name must have a colon, the stream must exist and have a numeric <c>resourceVersion</c> (but see
/// <see cref="AcceptUnversioned"/>), and the tag must have a history. Where the stream does not say its repository, the
/// integrated registry's host stands in for it. Of two streams with one name the first counts. Immutable; safe to share
/// between threads.
/// </remarks>
public sealed class StreamTagLookup : ITagLookup
{
    private readonly ImageStreamSet _streams;
    private readonly string _internalRegistryHostname;

    /// <summary>Indexes streams of a cluster without an integrated registry.</summary>
    /// <param name="streams">The streams that exist.</param>
    public StreamTagLookup(IEnumerable<ImageStream> streams)
        : this(streams, "")
    {
    }

    /// <summary>Indexes streams.</summary>
    /// <inheritdoc cref="StreamTagLookup(ImageStreamSet, string)"/>
    public StreamTagLookup(IEnumerable<ImageStream> streams, string internalRegistryHostname)
        : this(new ImageStreamSet(streams), internalRegistryHostname)
    {
    }

    /// <summary>Answers from streams that are indexed already.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="internalRegistryHostname">The integrated registry's host and port; empty when there is
    /// none.</param>
    public StreamTagLookup(ImageStreamSet streams, string internalRegistryHostname)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(internalRegistryHostname);

        _streams = streams;
        _internalRegistryHostname = internalRegistryHostname;
    }

    /// <summary>
    /// Whether a stream without a numeric <c>resourceVersion</c> will do, such as one that was never in a store; false
    /// by default, as OpenShift passes over it.
    /// </summary>
    public bool AcceptUnversioned { get; init; }

    /// <inheritdoc/>
    public TagLookupResult Find(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);

        return ImageStreamTagName.TrySplit(name, out var streamName, out var tag) && _streams.Find(ns, streamName) is { } stream
            ? Find(stream, ns, name, tag, _internalRegistryHostname, AcceptUnversioned)
            : default;
    }

    /// <summary>What a tag of a stream that was found points to.</summary>
    internal static TagLookupResult Find(
        ImageStream stream, string ns, string name, string tag, string internalRegistryHostname, bool acceptUnversioned)
    {
        if (!TryGetVersion(stream, out var version) && !acceptUnversioned)
        {
            return default;
        }

        // OpenShift names the repository with the name as it was given, tag included; the tag is dropped later.
        var pullSpec = stream.Status.DockerImageRepository.Length > 0
            ? PullSpecs.FindLatest(stream, tag)
            : PullSpecs.FindLatest(stream, tag, $"{internalRegistryHostname}/{ns}/{name}");
        return new TagLookupResult { PullSpec = pullSpec, ResourceVersion = version };
    }

    /// <summary>Whether a stream has a version that OpenShift's controller believes.</summary>
    internal static bool IsVersioned(ImageStream stream) => TryGetVersion(stream, out _);

    private static bool TryGetVersion(ImageStream stream, out long version) => long.TryParse(
        stream.Metadata.ResourceVersion, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out version);
}
