using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The build configurations that were observed, and the tags that they are built from and push to.</summary>
/// <param name="follow">Finds the tag that a tag follows; null when it follows none.</param>
internal sealed class WaveGraph(Func<ImageStreamTagName, ImageStreamTagName?> follow)
{
    /// <summary>The most tags that follow each other in a row.</summary>
    private const int MaxFollowed = 16;

    private readonly Dictionary<TriggerObject, Node> _builds = [];
    private readonly Dictionary<ImageStreamTagName, HashSet<TriggerObject>> _pushers = [];

    /// <summary>Adds a build configuration, or replaces the one of the same name.</summary>
    public void Set(BuildConfig buildConfig)
    {
        var name = TriggerObject.From(buildConfig);
        Remove(name);
        var node = new Node(ListInputs(buildConfig).Distinct().ToValueList(), PushedTag.Find(buildConfig));
        _builds.Add(name, node);
        if (node.Output is { } output)
        {
            if (!_pushers.TryGetValue(output, out var pushers))
            {
                _pushers.Add(output, pushers = []);
            }

            pushers.Add(name);
        }
    }

    public void Remove(TriggerObject name)
    {
        if (_builds.Remove(name, out var node) && node.Output is { } output && _pushers.TryGetValue(output, out var pushers))
        {
            pushers.Remove(name);
            if (pushers.Count == 0)
            {
                _pushers.Remove(output);
            }
        }
    }

    /// <summary>Finds the tag that a build configuration pushes to; null when it pushes to none, or was not observed.</summary>
    public ImageStreamTagName? FindOutput(TriggerObject name) => _builds.GetValueOrDefault(name)?.Output;

    /// <summary>Lists the build configurations whose images lead to a build of another one, the nearest first; each once.</summary>
    public IEnumerable<TriggerObject> ListUpstream(TriggerObject name)
    {
        var seen = new HashSet<TriggerObject> { name };
        var next = new Queue<TriggerObject>(seen);
        while (next.TryDequeue(out var current))
        {
            foreach (var pusher in ListPushers(current).Where(seen.Add))
            {
                next.Enqueue(pusher);
                yield return pusher;
            }
        }
    }

    /// <summary>Lists the build configurations that are in one cycle with another one: each image leads to a build of the
    /// other.</summary>
    public HashSet<TriggerObject> ListCycle(TriggerObject name)
    {
        var users = ListUpstream(name).Prepend(name)
            .SelectMany(user => ListPushers(user).Select(pusher => (Pusher: pusher, User: user)))
            .ToLookup(static use => use.Pusher, static use => use.User);
        var cycle = new HashSet<TriggerObject>();
        var next = new Queue<TriggerObject>([name]);
        while (next.TryDequeue(out var current))
        {
            foreach (var user in users[current].Where(cycle.Add))
            {
                next.Enqueue(user);
            }
        }

        return cycle;
    }

    /// <summary>Lists the tags that a build uses: those of its triggers that are not paused, and all others.</summary>
    private static IEnumerable<ImageStreamTagName> ListInputs(BuildConfig buildConfig)
    {
        var spec = buildConfig.WithDefaults().Spec;
        var triggers = spec.Triggers
            .Where(trigger => trigger.ImageChange is { Paused: false, From: not null })
            .Select(trigger => trigger.ImageChange!.From);
        return triggers.Append(spec.Strategy.From)
            .Concat(spec.Source.Images.Select(image => image.From))
            .Select(from => from is null ? null : PushedTag.FindTag(from, buildConfig.Namespace))
            .OfType<ImageStreamTagName>();
    }

    private IEnumerable<TriggerObject> ListPushers(TriggerObject name) => _builds.TryGetValue(name, out var node)
        ? node.Inputs.SelectMany(ListFollowed).SelectMany(tag => _pushers.GetValueOrDefault(tag) ?? [])
        : [];

    /// <summary>Lists a tag, the one that it follows, and so on.</summary>
    private IEnumerable<ImageStreamTagName> ListFollowed(ImageStreamTagName tag)
    {
        var current = tag;
        for (var i = 0; i < MaxFollowed && current is not null; i++)
        {
            yield return current;
            current = follow(current);
        }
    }

    private sealed record Node(ValueList<ImageStreamTagName> Inputs, ImageStreamTagName? Output);
}
