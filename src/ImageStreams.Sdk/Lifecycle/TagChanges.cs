namespace ImageStreams.Lifecycle;

/// <summary>Which tags of a stream a change has to work on.</summary>
internal static class TagChanges
{
    /// <summary>Determines whether a wish is new, or asks for something else than before.</summary>
    /// <remarks>
    /// As OpenShift sees it: where the image comes from counts, whether it is passed on only, and the import mode; so
    /// does a generation set back to 0. The kind alone does not count, nor do policies of reference and schedule.
    /// </remarks>
    public static bool IsNewOrChanged(TagReference? old, TagReference specTag, string? ns) =>
        old is null || (IsSpecified(specTag.From) && IsChanged(old, specTag, ns));

    private static bool IsSpecified(ObjectReference? from) => from is not null && !(IsEmpty(from.Kind) && IsEmpty(from.Name));

    private static bool IsChanged(TagReference old, TagReference specTag, string? ns) =>
        ValueOr(old.From?.Namespace, ns) != ValueOr(specTag.From?.Namespace, ns)
        || ValueOr(old.From?.Name, "") != ValueOr(specTag.From?.Name, "")
        || old.Reference != specTag.Reference
        || old.ImportPolicy.ImportMode != specTag.ImportPolicy.ImportMode
        || (specTag.Generation == 0 && old.Generation is not (null or 0));

    private static bool IsEmpty(string? text) => string.IsNullOrEmpty(text);

    private static string ValueOr(string? text, string? otherwise) => string.IsNullOrEmpty(text) ? otherwise ?? "" : text;
}
