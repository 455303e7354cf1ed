using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The paused streams and tags by name, whether or not the schedule has them.</summary>
internal sealed class ImportPauses
{
    private readonly HashSet<ImageStreamName> _streams = [];
    private readonly HashSet<ImageStreamTagName> _tags = [];

    /// <summary>The changes since the last call of <see cref="TakeChanges"/>; null before the first one.</summary>
    private Dictionary<string, bool>? _changes;

    public bool Add(ImageStreamName stream) => Note(_streams.Add(stream), stream.ToString(), isPaused: true);

    public bool Add(ImageStreamTagName tag) => Note(_tags.Add(tag), tag.ToString(), isPaused: true);

    public bool Remove(ImageStreamName stream) => Note(_streams.Remove(stream), stream.ToString(), isPaused: false);

    public bool Remove(ImageStreamTagName tag) => Note(_tags.Remove(tag), tag.ToString(), isPaused: false);

    public bool Covers(ImageStreamName stream) => _streams.Count > 0 && _streams.Contains(stream);

    public bool Covers(ImageStreamName stream, string tag) =>
        Covers(stream) || (_tags.Count > 0 && _tags.Contains(stream.WithTag(tag)));

    /// <summary>Restores the pause of a stream or a tag, unless that has changed in this process.</summary>
    /// <returns>The name of the stream; null when the name is neither that of a stream nor of a tag.</returns>
    public ImageStreamName? Restore(string name)
    {
        _changes ??= CreateChanges();
        var isKnown = _changes.ContainsKey(name);
        if (ImageStreamName.TryParse(name, out var stream))
        {
            _ = isKnown || _streams.Add(stream);
            return stream;
        }

        if (!ImageStreamTagName.TryParse(name, out var tag))
        {
            return null;
        }

        _ = isKnown || _tags.Add(tag);
        return tag.StreamName;
    }

    /// <summary>Replaces the pauses by those that processes share, except for those that have changed in this one.</summary>
    /// <returns>The streams of the pauses that have ended, and of all names.</returns>
    public HashSet<ImageStreamName> Synchronize(IEnumerable<string> names)
    {
        _changes ??= CreateChanges();
        var shared = names.ToHashSet(StringComparer.Ordinal);
        var ended = EndExcept(name => shared.Contains(name) || _changes.ContainsKey(name));
        return ended.Concat(shared.Select(Restore).OfType<ImageStreamName>()).ToHashSet();
    }

    /// <summary>Takes the names that were paused or resumed since the last call; in the first call, all that are paused.</summary>
    public IReadOnlyCollection<KeyValuePair<string, bool>> TakeChanges()
    {
        if (_changes is { Count: 0 })
        {
            return [];
        }

        var taken = _changes ?? CreateChanges();
        _changes = [];
        return taken;
    }

    /// <summary>Ends pauses, and lists their streams.</summary>
    private List<ImageStreamName> EndExcept(Func<string, bool> stays)
    {
        var streams = _streams.Where(stream => !stays(stream.ToString())).ToList();
        var tags = _tags.Where(tag => !stays(tag.ToString())).ToList();
        _streams.ExceptWith(streams);
        _tags.ExceptWith(tags);
        return [.. streams, .. tags.Select(static tag => tag.StreamName)];
    }

    private Dictionary<string, bool> CreateChanges() => _streams.Select(static stream => stream.ToString())
        .Concat(_tags.Select(static tag => tag.ToString()))
        .ToDictionary(static name => name, static _ => true, StringComparer.Ordinal);

    private bool Note(bool hasChanged, string name, bool isPaused)
    {
        if (hasChanged && _changes is not null)
        {
            _changes[name] = isPaused;
        }

        return hasChanged;
    }
}
