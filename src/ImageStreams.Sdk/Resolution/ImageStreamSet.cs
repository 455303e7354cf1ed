namespace ImageStreams.Resolution;

/// <summary>Streams, found by namespace and name.</summary>
/// <remarks>
/// Of two streams with one name the first counts. Takes its streams once: what joins or leaves their source later does
/// not. Immutable; safe to share between threads.
/// </remarks>
public sealed class ImageStreamSet
{
    private readonly Dictionary<(string Namespace, string Name), ImageStream> _streams = [];

    /// <summary>Files streams by their names, in linear time.</summary>
    /// <param name="streams">The streams that exist; one without a namespace or name is filed under an empty one.</param>
    public ImageStreamSet(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);

        foreach (var stream in streams)
        {
            _streams.TryAdd((stream.Namespace, stream.Name), stream);
        }
    }

    /// <summary>How many streams there are to find.</summary>
    public int Count => _streams.Count;

    /// <summary>The stream of a name, or null when there is none; constant time, and costs no allocation.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    public ImageStream? Find(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
        return _streams.GetValueOrDefault((ns, name));
    }
}
