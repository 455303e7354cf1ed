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
        + PartSize.Measure(stream.Spec.DockerImageRepository)
        + PartSize.Measure(stream.Status.DockerImageRepository, stream.Status.PublicDockerImageRepository)
        + MeasureUnknown(stream, next)
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

    private static long MeasureUnknown(ImageStream stream, ImageStream? next) =>
        PartSize.MeasureDropped(stream.UnknownFields, next?.UnknownFields)
        + PartSize.MeasureDropped(stream.Spec.UnknownFields, next?.Spec.UnknownFields)
        + PartSize.MeasureDropped(stream.Spec.LookupPolicy.UnknownFields, next?.Spec.LookupPolicy.UnknownFields)
        + PartSize.MeasureDropped(stream.Status.UnknownFields, next?.Status.UnknownFields);

    private static long Measure(TagReference tag) => TagBytes
        + PartSize.Measure(tag.Name)
        + PartSize.Measure(tag.Annotations)
        + (tag.From is { } from ? Measure(from) : 0)
        + PartSize.Measure(tag.ImportPolicy.UnknownFields)
        + PartSize.Measure(tag.ReferencePolicy.UnknownFields)
        + PartSize.Measure(tag.UnknownFields);

    private static long Measure(ObjectReference from) =>
        PartSize.Measure(from.Kind, from.Namespace, from.Name, from.Uid, from.ApiVersion, from.ResourceVersion, from.FieldPath)
        + PartSize.Measure(from.UnknownFields);

    private static long MeasureDropped(NamedTagEventList history, NamedTagEventList? next)
    {
        var bytes = HistoryBytes + (sizeof(long) * history.Items.Count) + PartSize.Measure(history.UnknownFields);
        foreach (var tagEvent in HistoryChanges.GetNewEvents(history, next))
        {
            bytes += Measure(tagEvent);
        }

        foreach (var condition in history.Conditions)
        {
            bytes += ConditionBytes + PartSize.Measure(condition.Reason, condition.Message)
                + PartSize.Measure(condition.UnknownFields);
        }

        return bytes;
    }

    private static long Measure(TagEvent tagEvent) => EventBytes
        + PartSize.Measure(tagEvent.Image, tagEvent.PullSpec.Repository)
        + PartSize.MeasureDropped(tagEvent.Platforms, null, static platform => PartSize.Measure(platform))
        + PartSize.Measure(tagEvent.UnknownFields);
}
