using ImageStreams.Controllers;
using ImageStreams.References;

namespace ImageStreams.Hosting;

/// <summary>Carries streams to the controllers: all of them to the triggers, and to imports and policies those of the shards that
/// this process works on.</summary>
internal sealed class StreamRouter(
    ImportController? importer, TriggerController? triggers, TagPolicyController? policies, ActiveShards shards)
    : IObjectObserver<ImageStream>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ImageStreamName, ImageStream> _streams = [];

    /// <summary>The controller of imports; null where there are none, or others import.</summary>
    private ImportController? _imports = importer;

    /// <summary>The names of the streams that this process imports; a copy.</summary>
    public IReadOnlyList<ImageStreamName> Imported
    {
        get
        {
            lock (_gate)
            {
                return _imports is null ? [] : [.. _streams.Keys.Where(shards.IsActive)];
            }
        }
    }

    public void Observe(ImageStream value)
    {
        var name = ImageStreamName.From(value);
        lock (_gate)
        {
            _streams[name] = value;
            triggers?.Observe(value);
            if (shards.Contains(name))
            {
                _imports?.Observe(value);
                policies?.Observe(value);
            }
        }
    }

    public void Remove(ImageStream value)
    {
        var name = ImageStreamName.From(value);
        lock (_gate)
        {
            _streams.Remove(name);
            triggers?.Remove(name);
            _imports?.Remove(name);
            policies?.Remove(name);
        }
    }

    /// <summary>Leaves all imports to others. For the time before the first stream.</summary>
    public void LeaveImports() => _imports = null;

    /// <summary>Begins to work on the streams of a shard, whose state has been read.</summary>
    /// <returns>The number of streams; null when the shard was lost in the meantime.</returns>
    public int? Activate(int shard)
    {
        lock (_gate)
        {
            if (!shards.TryActivate(shard))
            {
                return null;
            }

            var mine = Find(shard);
            foreach (var name in mine)
            {
                _imports?.Observe(_streams[name]);
                policies?.Observe(_streams[name]);
            }

            return mine.Count;
        }
    }

    /// <summary>Ends the work on the streams of a shard that was lost.</summary>
    public void Forget(int shard)
    {
        lock (_gate)
        {
            foreach (var name in Find(shard))
            {
                _imports?.Forget(name);
                policies?.Remove(name);
            }
        }
    }

    /// <summary>Removes the state of streams that were deleted while nobody watched. For the time when all are listed.</summary>
    public void RemoveStateOfDeleted() => _imports?.RemoveStateExcept(Exists);

    private bool Exists(ImageStreamName stream)
    {
        lock (_gate)
        {
            return _streams.ContainsKey(stream);
        }
    }

    private List<ImageStreamName> Find(int shard) => [.. _streams.Keys.Where(name => shards.Find(name) == shard)];
}
