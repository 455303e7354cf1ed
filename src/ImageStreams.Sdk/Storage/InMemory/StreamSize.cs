using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Storage;

/// <summary>Estimates the memory of streams.</summary>
/// <remarks>In time linear in what two versions do not share.</remarks>
internal static class StreamSize
{
    private const long TagBytes = 320;
    private const long HistoryBytes = 96;
    private const long EventBytes = 128;
    private const long ConditionBytes = 128;

    /// <summary>Estimates the bytes of a stream that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ImageStream stream, ImageStream? next) =>
        MetadataSize.MeasureDropped(stream.Metadata, next?.Metadata)
        + MeasureTexts(stream.Spec.DockerImageRepository, stream.Status.DockerImageRepository)
        + MeasureDropped(stream.Spec.Tags, next?.Spec.Tags ?? default, static (tag, _) => Measure(tag))
        + MeasureDropped(stream.Status.Tags, next?.Status.Tags ?? default, MeasureDropped);

    private static long MeasureDropped<T>(KeyedList<T> list, KeyedList<T> next, Func<T, T?, long> measure)
        where T : class, IKeyed
    {
        if (!list.IsStrict || !next.IsStrict)
        {
            return list.Sum(item => measure(item, null));
        }

        var dropped = next.FindChanges(list).Where(change => change.Old is not null).ToList();
        return dropped.Sum(change => measure(change.Old!, change.New));
    }

    private static long Measure(TagReference tag) =>
        TagBytes + MeasureTexts(tag.Name, tag.From?.Name) + MetadataSize.Measure(tag.Annotations);

    private static long MeasureDropped(NamedTagEventList history, NamedTagEventList? next)
    {
        var bytes = HistoryBytes + (sizeof(long) * history.Items.Count);
        foreach (var tagEvent in HistoryChanges.GetNewEvents(history, next))
        {
            bytes += EventBytes + MeasureTexts(tagEvent.Image, tagEvent.PullSpec.Repository);
        }

        foreach (var condition in history.Conditions)
        {
            bytes += ConditionBytes + MeasureTexts(condition.Reason, condition.Message);
        }

        return bytes;
    }

    private static long MeasureTexts(string? one, string? other) => MetadataSize.Measure(one) + MetadataSize.Measure(other);
}
