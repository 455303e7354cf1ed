namespace ImageStreams.Storage;

/// <summary>Estimates the memory of objects that are kept as JSON.</summary>
internal static class ClusterObjectSize
{
    /// <summary>Estimates the bytes of an object that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ClusterObject value, ClusterObject? next) =>
        MetadataSize.MeasureDropped(value.Metadata, next?.Metadata)
        + PartSize.MeasureDropped(value.UnknownFields, next?.UnknownFields);
}
