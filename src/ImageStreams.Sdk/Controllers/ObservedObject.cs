using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>An object with triggers, as a controller holds it.</summary>
internal abstract class ObservedObject(TriggerObject name, ValueList<ObjectFieldTrigger> triggers)
{
    public TriggerObject Name { get; } = name;

    /// <summary>Whether it must be looked at, when it was another object before, or none.</summary>
    public abstract bool HasChangedSince(ObservedObject? former);

    /// <summary>What its triggers ask for.</summary>
    public abstract TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now);

    /// <summary>The streams that it listens to, each with whether all triggers on it are paused.</summary>
    public IEnumerable<(ImageStreamName Stream, bool IsPaused)> ListStreams() => triggers
        .Where(trigger => TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name))
        .GroupBy(
            trigger => GetStream(trigger.From),
            (stream, ofStream) => (stream, ofStream.All(trigger => trigger.Paused)));

    private ImageStreamName GetStream(ObjectFieldTriggerReference from)
    {
        ImageStreamTagName.TrySplit(from.Name, out var stream, out _);
        return ImageStreamName.FromParts(from.NamespaceOr(Name.Namespace), stream);
    }
}
