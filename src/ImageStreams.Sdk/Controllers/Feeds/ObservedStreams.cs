using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The streams that exist as far as is known, and the observers that are told of each change.</summary>
/// <remarks>
/// <code>
/// lists, events of a watch ─▶ what differs from the known streams ─▶ each observer, in the order in which they were added
/// </code>
/// <para>Performs no I/O and waits for nothing; <see cref="StreamFeed"/> carries the changes of an image API to it. A version
/// that is known already is not told again. Safe to share between threads: changes, and observers that are added, take
/// turns. An observer that throws keeps no other one from being told; its exception is rethrown afterwards.</para>
/// </remarks>
public sealed class ObservedStreams
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ImageStreamName, ImageStream> _streams = [];
    private readonly ObserverCalls _observers = new();

    /// <summary>The number of streams.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _streams.Count;
            }
        }
    }

    /// <summary>The streams, in no particular order; a copy.</summary>
    public ValueList<ImageStream> All
    {
        get
        {
            lock (_gate)
            {
                return _streams.Values.ToValueList();
            }
        }
    }

    /// <summary>Finds a stream; null when there is none.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public ImageStream? Find(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        lock (_gate)
        {
            return _streams.GetValueOrDefault(stream);
        }
    }

    /// <summary>Adds an observer, and notifies it of the streams that exist.</summary>
    /// <param name="observer">The observer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="observer"/> is null.</exception>
    public void Add(IStreamObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);

        lock (_gate)
        {
            _observers.Add(observer, _streams.Values);
            _observers.ThrowIfAnyFailed();
        }
    }

    /// <summary>Removes an observer, which is told of no further change.</summary>
    /// <param name="observer">The observer.</param>
    /// <returns>False when it is not among the observers.</returns>
    public bool Remove(IStreamObserver observer)
    {
        lock (_gate)
        {
            return _observers.Remove(observer);
        }
    }

    /// <summary>Applies an event of a watch; a bookmark changes nothing.</summary>
    /// <param name="change">The event.</param>
    /// <returns>True when observers were told of a change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public bool Apply(WatchEvent<ImageStream> change)
    {
        ArgumentNullException.ThrowIfNull(change);

        lock (_gate)
        {
            var isTold = change switch
            {
                WatchEvent<ImageStream>.Added added => Set(added.Object),
                WatchEvent<ImageStream>.Modified modified => Set(modified.Object),
                WatchEvent<ImageStream>.Deleted deleted => Remove(ImageStreamName.From(deleted.Object)),
                _ => false,
            };
            _observers.ThrowIfAnyFailed();
            return isTold;
        }
    }

    /// <summary>Replaces all streams by those of a list, and notifies the observers of the difference.</summary>
    /// <remarks>Streams that are missing from the list are removed first. A stream that was deleted and created again, which
    /// has another UID, is removed and then observed.</remarks>
    /// <param name="streams">All streams that exist. The last one of a name counts: pages may overlap.</param>
    /// <returns>The number of streams that are new, have changed or are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    public int Replace(IEnumerable<ImageStream> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        Dictionary<ImageStreamName, ImageStream> listed = [];
        foreach (var stream in streams)
        {
            listed[ImageStreamName.From(stream)] = stream;
        }

        lock (_gate)
        {
            var gone = _streams.Keys.Where(name => !listed.ContainsKey(name)).ToList();
            var told = gone.Count(Remove) + listed.Values.Count(Set);
            _observers.ThrowIfAnyFailed();
            return told;
        }
    }

    private bool Set(ImageStream stream)
    {
        var name = ImageStreamName.From(stream);
        if (_streams.TryGetValue(name, out var known))
        {
            if (known.Metadata.ResourceVersion is { } version && version == stream.Metadata.ResourceVersion)
            {
                return false;
            }

            if (known.Metadata.Uid != stream.Metadata.Uid)
            {
                Remove(name);
            }
        }

        _streams[name] = stream;
        _observers.Observe(stream);
        return true;
    }

    private bool Remove(ImageStreamName name)
    {
        if (!_streams.Remove(name))
        {
            return false;
        }

        _observers.Remove(name);
        return true;
    }
}
