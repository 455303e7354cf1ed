namespace ImageStreams.Lifecycle;

/// <summary>Which tags of a stream a change has to work on.</summary>
internal static class TagChanges
{
    /// <summary>Whether a wish is new, or asks for something else than before.</summary>
    /// <remarks>
    /// As OpenShift sees it: where the image comes from counts, whether it is passed on only, and the import mode; so
    /// does a generation set back to 0. The kind alone does not count, nor do policies of reference and schedule.
    /// </remarks>
    public static bool IsNewOrChanged(TagReference? old, TagReference wish, string? ns) =>
        old is null || (AsksForSomething(wish.From) && IsChanged(old, wish, ns));

    private static bool AsksForSomething(ObjectReference? from) => from is not null && !(IsEmpty(from.Kind) && IsEmpty(from.Name));

    private static bool IsChanged(TagReference old, TagReference wish, string? ns) =>
        Or(old.From?.Namespace, ns) != Or(wish.From?.Namespace, ns)
        || Or(old.From?.Name, "") != Or(wish.From?.Name, "")
        || old.Reference != wish.Reference
        || old.ImportPolicy.ImportMode != wish.ImportPolicy.ImportMode
        || (wish.Generation == 0 && old.Generation is not (null or 0));

    private static bool IsEmpty(string? text) => string.IsNullOrEmpty(text);

    private static string Or(string? text, string? otherwise) => string.IsNullOrEmpty(text) ? otherwise ?? "" : text;
}
