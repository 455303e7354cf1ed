namespace ImageStreams.Resolution;

/// <summary>A set of streams, found by namespace and name.</summary>
/// <remarks>
/// When two streams have the same name, the first is used. The set copies its source once: later changes of the source do not
/// affect it. Immutable; safe to share between threads.
/// </remarks>
public sealed class ImageStreamSet
{
    private readonly Dictionary<(string Namespace, string Name), ImageStream> _streams = [];

    /// <summary>Creates a set, in linear time.</summary>
    /// <param name="streams">The streams that exist; a stream without a namespace or name is found by an empty string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    public ImageStreamSet(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        foreach (var stream in streams)
        {
            _streams.TryAdd((stream.Namespace, stream.Name), stream);
        }
    }

    /// <summary>The number of streams.</summary>
    public int Count => _streams.Count;

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
}
