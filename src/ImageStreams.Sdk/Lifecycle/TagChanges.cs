namespace ImageStreams.Lifecycle;

/// <summary>Determines the spec tags of a stream that a change must process.</summary>
internal static class TagChanges
{
    /// <summary>Determines whether a spec tag is new, or differs from the old one.</summary>
    /// <remarks>
    /// As in OpenShift, the name and the namespace of <c>from</c>, <c>reference</c>, the import mode, and a generation set
    /// back to 0 count. The kind alone does not count, nor do the reference policy and <c>scheduled</c>.
    /// </remarks>
    public static bool IsNewOrChanged(TagReference? old, TagReference specTag, string? ns) =>
        old is null || (IsSpecified(specTag.From) && IsChanged(old, specTag, ns));

    private static bool IsSpecified(ObjectReference? from) =>
        from is not null && !(string.IsNullOrEmpty(from.Kind) && string.IsNullOrEmpty(from.Name));

    private static bool IsChanged(TagReference old, TagReference specTag, string? ns) =>
        GetNamespace(old.From, ns) != GetNamespace(specTag.From, ns)
        || (old.From?.Name ?? "") != (specTag.From?.Name ?? "")
        || old.Reference != specTag.Reference
        || old.ImportPolicy.ImportMode != specTag.ImportPolicy.ImportMode
        || (specTag.Generation == 0 && old.Generation is not (null or 0));

    private static string GetNamespace(ObjectReference? from, string? ns) => from?.NamespaceOr(ns) ?? ns ?? "";
}
