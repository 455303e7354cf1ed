using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The builds that run and whose images have not arrived, by their names and by the streams that they push to.</summary>
internal sealed class WaveRuns(LiveTagLookup tags)
{
    private readonly Dictionary<TriggerObject, Run> _runs = [];
    private readonly Dictionary<ImageStreamName, HashSet<TriggerObject>> _pushers = [];

    /// <summary>Determines whether a build runs whose image has not arrived.</summary>
    public bool Contains(TriggerObject name) => _runs.ContainsKey(name);

    /// <summary>Finds the time at which a build has started; null when none runs.</summary>
    public DateTimeOffset? FindStart(TriggerObject name) => _runs.GetValueOrDefault(name)?.Started;

    /// <summary>Adds a build, in place of an earlier one of the same name.</summary>
    public void Start(TriggerObject name, ImageStreamTagName output, DateTimeOffset now)
    {
        End(name);
        _runs.Add(name, new Run(output, tags.FindLatest(output), now));
        var stream = GetStream(output);
        if (!_pushers.TryGetValue(stream, out var pushers))
        {
            _pushers.Add(stream, pushers = []);
        }

        pushers.Add(name);
    }

    /// <summary>Removes a build.</summary>
    public void End(TriggerObject name)
    {
        if (!_runs.Remove(name, out var run))
        {
            return;
        }

        var stream = GetStream(run.Output);
        var pushers = _pushers[stream];
        pushers.Remove(name);
        if (pushers.Count == 0)
        {
            _pushers.Remove(stream);
        }
    }

    /// <summary>Removes the builds whose image has arrived in a stream.</summary>
    /// <returns>These builds.</returns>
    public List<TriggerObject> EndArrived(ImageStreamName stream)
    {
        var arrived = _pushers.TryGetValue(stream, out var pushers) ? pushers.Where(HasArrived).ToList() : [];
        arrived.ForEach(End);
        return arrived;
    }

    private static ImageStreamName GetStream(ImageStreamTagName tag) => ImageStreamName.FromParts(tag.Namespace, tag.Stream);

    private bool HasArrived(TriggerObject name) => tags.FindLatest(_runs[name].Output) != _runs[name].Former;

    /// <summary>A build that runs.</summary>
    /// <param name="Output">The tag that it pushes to.</param>
    /// <param name="Former">The image of that tag when it started; null when the tag had none.</param>
    /// <param name="Started">The time of its start.</param>
    private sealed record Run(ImageStreamTagName Output, TagEvent? Former, DateTimeOffset Started);
}
