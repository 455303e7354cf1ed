using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>Estimates the memory of metadata and texts.</summary>
internal static class MetadataSize
{
    private const long MetadataBytes = 512;
    private const long TextBytes = 24;
    private const long ManagedFieldsBytes = 512;

    /// <summary>Estimates the bytes of metadata that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ObjectMeta metadata, ObjectMeta? next) =>
        MetadataBytes
        + MeasureDropped(metadata.Annotations, next?.Annotations)
        + MeasureDropped(metadata.Labels, next?.Labels)
        + (next is not null && metadata.ManagedFields.IsSameAs(next.ManagedFields) ? 0 : Measure(metadata.ManagedFields));

    /// <summary>Estimates the bytes of a map of texts.</summary>
    public static long Measure(ValueMap<string> map)
    {
        var bytes = 0L;
        foreach (var (key, value) in map)
        {
            bytes += Measure(key) + Measure(value);
        }

        return bytes;
    }

    /// <summary>Estimates the bytes of a text.</summary>
    public static long Measure(string? text) => text is null ? 0 : TextBytes + (sizeof(char) * (long)text.Length);

    private static long MeasureDropped(ValueMap<string> map, ValueMap<string>? next) =>
        next is { } kept && map.IsSameAs(kept) ? 0 : Measure(map);

    private static long Measure(ValueList<ManagedFieldsEntry> entries) => entries.Count * ManagedFieldsBytes;
}
