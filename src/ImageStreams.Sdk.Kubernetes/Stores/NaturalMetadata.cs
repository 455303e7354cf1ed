using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Divides the metadata of an object: what its custom resource can have, and what is kept beside it.</summary>
/// <remarks>A server sets UIDs, times, generations and owners of fields of its own, and refuses labels that break its rules.</remarks>
internal static class NaturalMetadata
{
    /// <summary>The label of custom resources whose names have another order than those of their objects.</summary>
    public const string UnorderedLabel = "imagestreams.sdk/unordered";

    /// <summary>The value of that label.</summary>
    public const string UnorderedValue = "true";

    private const int MaxAnnotationBytes = 256 << 10;
    private const int MaxLabel = 63;

    /// <summary>Creates the metadata of the custom resource.</summary>
    public static ObjectMeta Create(ObjectMeta metadata) => new()
    {
        Name = StoredNames.Encode(metadata.Name ?? ""),
        Namespace = metadata.Namespace,
        ResourceVersion = metadata.ResourceVersion,
        Labels = CreateLabels(metadata),
        Annotations = CreateAnnotations(metadata.Annotations),
        OwnerReferences = metadata.OwnerReferences.Where(IsOwner).ToValueList(),
        Finalizers = metadata.Finalizers.Where(static finalizer => finalizer.Contains('/', StringComparison.Ordinal) && IsQualified(finalizer)).ToValueList(),
    };

    /// <summary>Creates what is kept beside the custom resource.</summary>
    public static ObjectMeta CreateKept(ObjectMeta metadata) => metadata with
    {
        Name = StoredNames.Encode(metadata.Name ?? "") == metadata.Name ? null : metadata.Name,
        Namespace = null,
        ResourceVersion = null,
        Labels = default,
        Annotations = default,
        OwnerReferences = default,
        Finalizers = default,
    };

    /// <summary>Puts the metadata of a custom resource and what was kept together again.</summary>
    public static ObjectMeta Join(ObjectMeta natural, ObjectMeta kept) => kept with
    {
        Name = kept.Name ?? natural.Name,
        Namespace = natural.Namespace,
        ResourceVersion = natural.ResourceVersion,
        Labels = natural.Labels.Remove(UnorderedLabel),
        Annotations = natural.Annotations,
        OwnerReferences = natural.OwnerReferences,
        Finalizers = natural.Finalizers,
        DeletionTimestamp = kept.DeletionTimestamp ?? natural.DeletionTimestamp,
    };

    private static ValueMap<string> CreateLabels(ObjectMeta metadata)
    {
        var labels = metadata.Labels.Where(static label => IsQualified(label.Key) && IsLabelValue(label.Value)).ToValueMap();
        return StoredNames.IsOrdered(metadata.Name ?? "") ? labels : labels.Set(UnorderedLabel, UnorderedValue);
    }

    private static ValueMap<string> CreateAnnotations(ValueMap<string> annotations)
    {
        var bytes = annotations.Sum(static entry => (long)System.Text.Encoding.UTF8.GetByteCount(entry.Key) + System.Text.Encoding.UTF8.GetByteCount(entry.Value));
        return bytes > MaxAnnotationBytes
            ? default
            : annotations.Where(static entry => IsQualified(entry.Key.ToLowerInvariant())).ToValueMap();
    }

    private static bool IsOwner(OwnerReference owner) => !string.IsNullOrEmpty(owner.ApiVersion) && !string.IsNullOrEmpty(owner.Kind)
        && !string.IsNullOrEmpty(owner.Name) && !string.IsNullOrEmpty(owner.Uid);

    private static bool IsQualified(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 || StoredNames.IsPlain(key[..slash])) && key.Length > slash + 1 && IsLabelValue(key[(slash + 1)..]);
    }

    private static bool IsLabelValue(string text) => text.Length == 0 || (text.Length <= MaxLabel
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'));
}
