using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>A set of streams, found by namespace and name, and the tags that builds push.</summary>
/// <remarks>
/// When two streams have the same name, the first is used. The set copies its source once: later changes of the source do not
/// affect it. Immutable; safe to share between threads.
/// </remarks>
public sealed class ImageStreamSet
{
    private readonly Dictionary<(string Namespace, string Name), ImageStream> _streams = [];
    private readonly ILookup<ImageStreamTagName, BuildConfig> _builds;

    /// <summary>Creates a set of streams only, in linear time.</summary>
    /// <param name="streams">The streams that exist; a stream without a namespace or name is found by an empty string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null or contains null.</exception>
    public ImageStreamSet(IEnumerable<ImageStream> streams)
        : this(streams, [])
    {
    }

    /// <summary>Creates a set of streams and of the tags that builds push, in linear time.</summary>
    /// <param name="streams">The streams that exist; a stream without a namespace or name is found by an empty string.</param>
    /// <param name="builds">
    /// The build configurations that exist. A tag that one of them pushes, and that has no image yet, waits for it.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="builds"/> is null or contains
    /// null.</exception>
    public ImageStreamSet(IEnumerable<ImageStream> streams, IEnumerable<BuildConfig> builds)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(builds);
        var (streamList, buildList) = (streams.ToValueList(), builds.ToValueList());
        Guard.NoneIsNull(streamList.AsSpan(), nameof(streams));
        Guard.NoneIsNull(buildList.AsSpan(), nameof(builds));
        foreach (var stream in streamList)
        {
            _streams.TryAdd((stream.Namespace, stream.Name), stream);
        }

        _builds = buildList.Select(build => (Tag: PushedTag.Find(build), Build: build))
            .Where(pushed => pushed.Tag is not null)
            .ToLookup(pushed => pushed.Tag!, pushed => pushed.Build);
    }

    /// <summary>The number of streams.</summary>
    public int Count => _streams.Count;

    /// <summary>The streams, in no particular order.</summary>
    internal IEnumerable<ImageStream> Streams => _streams.Values;

    /// <summary>The tags that builds push, each once.</summary>
    internal IEnumerable<ImageStreamTagName> PushedTags => _builds.Select(pushed => pushed.Key);

    /// <summary>Finds a stream, in constant time and without allocation.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <returns>The stream; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    public ImageStream? Find(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
        return _streams.GetValueOrDefault((ns, name));
    }

    /// <summary>Finds the build configurations that push a tag, as <c>namespace/name</c>, in byte order.</summary>
    /// <param name="tag">The tag, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public ValueList<string> FindBuilds(ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return GetNames(_builds[tag]);
    }

    /// <summary>Finds the build configurations that may push the first image of a tag: those not built from it.</summary>
    internal ValueList<string> FindFirstBuilds(ImageStreamTagName tag) =>
        GetNames(_builds[tag].Where(build => !PushedTag.NeedsItself(build)));

    private static ValueList<string> GetNames(IEnumerable<BuildConfig> builds) =>
        builds.Select(build => $"{build.Namespace}/{build.Name}").Distinct().Order(StringComparer.Ordinal).ToValueList();
}
