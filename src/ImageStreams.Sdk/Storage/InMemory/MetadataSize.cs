namespace ImageStreams.Storage;

/// <summary>Estimates the memory of metadata.</summary>
internal static class MetadataSize
{
    private const long MetadataBytes = 512;
    private const long OwnerBytes = 96;
    private const long ManagedFieldsBytes = 512;

    /// <summary>Estimates the bytes of metadata that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ObjectMeta metadata, ObjectMeta? next) =>
        MetadataBytes
        + PartSize.Measure(metadata.GenerateName, metadata.SelfLink)
        + PartSize.MeasureDropped(metadata.Annotations, next?.Annotations)
        + PartSize.MeasureDropped(metadata.Labels, next?.Labels)
        + PartSize.MeasureDropped(metadata.Finalizers, next?.Finalizers, static finalizer => PartSize.Measure(finalizer))
        + PartSize.MeasureDropped(metadata.OwnerReferences, next?.OwnerReferences, Measure)
        + PartSize.MeasureDropped(metadata.ManagedFields, next?.ManagedFields, Measure)
        + PartSize.MeasureDropped(metadata.UnknownFields, next?.UnknownFields);

    private static long Measure(OwnerReference owner) => OwnerBytes
        + PartSize.Measure(owner.ApiVersion, owner.Kind, owner.Name, owner.Uid)
        + PartSize.Measure(owner.UnknownFields);

    private static long Measure(ManagedFieldsEntry entry) => ManagedFieldsBytes
        + PartSize.Measure(entry.Manager, entry.Operation, entry.ApiVersion, entry.FieldsType, entry.Subresource)
        + entry.FieldsV1.Utf8.Length
        + PartSize.Measure(entry.UnknownFields);
}
