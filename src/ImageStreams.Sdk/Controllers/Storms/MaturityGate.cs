using ImageStreams.References;
using ImageStreams.Triggers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Controllers;

/// <summary>Lets images pass that have been in their tags for long enough.</summary>
internal sealed class MaturityGate(TimeSpan defaultDelay, LiveTagLookup tags, FirstSeenTimes times, ILogger logger)
{
    /// <summary>Finds the tag among those that fire whose image is mature last; null when all are.</summary>
    /// <param name="work">The evaluated triggers.</param>
    /// <param name="now">The time.</param>
    public TriggerDelay.Immature? FindDelay(TriggerWork work, DateTimeOffset now)
    {
        TriggerDelay.Immature? last = null;
        foreach (var trigger in work.Evaluation.Triggers.Where(trigger => trigger.Status == TriggerStatus.Fires))
        {
            if (trigger.Tag is { } tag && FindDelay(work.Name, Qualify(tag, work.Name), now) is { } delay)
            {
                last = last?.Until > delay.Until ? last : delay;
            }
        }

        return last;
    }

    private static ImageStreamTagName Qualify(ImageStreamTagName tag, TriggerObject holder) =>
        tag.Namespace.Length > 0 ? tag : ImageStreamTagName.FromParts(holder.Namespace, tag.Stream, tag.Tag);

    private TriggerDelay.Immature? FindDelay(TriggerObject name, ImageStreamTagName tag, DateTimeOffset now)
    {
        var delay = GetDelay(tag);
        if (delay == TimeSpan.Zero || tags.FindLatest(tag) is not { } image)
        {
            return null;
        }

        var seen = times.Get(name, tag, image, now);
        return now - seen < delay
            ? new TriggerDelay.Immature { Tag = tag, FirstSeen = seen, Delay = delay, Until = seen + delay }
            : null;
    }

    /// <summary>Gets the delay of a tag; an annotation that cannot be read is none.</summary>
    private TimeSpan GetDelay(ImageStreamTagName tag)
    {
        var annotations = tags.FindStream(tag)?.Spec.Tags.Find(tag.Tag)?.Annotations;
        if (annotations?.TryGetValue(MaturityDelay.AnnotationName, out var text) != true)
        {
            return defaultDelay;
        }

        if (MaturityDelay.TryParse(text, out var delay))
        {
            return delay;
        }

        logger.UnreadableMaturity(tag.ToString(), MaturityDelay.AnnotationName);
        return defaultDelay;
    }
}
