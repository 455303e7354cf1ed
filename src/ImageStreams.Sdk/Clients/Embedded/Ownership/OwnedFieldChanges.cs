using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Finds the groups of fields that a writer adds or changes; what he removes belongs to nobody.</summary>
internal static class OwnedFieldChanges
{
    private static readonly ImageStream Nothing = new();

    /// <summary>Finds the groups with a field that is new or has another value.</summary>
    /// <param name="before">The current stream.</param>
    /// <param name="next">The stream as it was sent.</param>
    /// <param name="known">The groups that need not be compared: tags are compared one by one.</param>
    public static OwnedFields Find(ImageStream before, ImageStream next, OwnedFields known) =>
        FindInMetadata(before.Metadata, next.Metadata)
        | FindInSpec(before.Spec, next.Spec, known)
        | FindInStatus(before.Status, next.Status, known);

    /// <summary>Finds the groups that have a value at all.</summary>
    public static OwnedFields FindPresent(ImageStream stream) => Find(Nothing, stream, OwnedFields.None);

    private static OwnedFields FindInMetadata(ObjectMeta before, ObjectMeta next) =>
        If(OwnedFields.Annotations, Adds(before.Annotations, next.Annotations))
        | If(OwnedFields.Finalizers, Adds(before.Finalizers, next.Finalizers))
        | If(OwnedFields.GenerateName, Adds(before.GenerateName, next.GenerateName))
        | If(OwnedFields.Labels, Adds(before.Labels, next.Labels))
        | If(OwnedFields.OwnerReferences, Adds(before.OwnerReferences, next.OwnerReferences));

    private static OwnedFields FindInSpec(ImageStreamSpec before, ImageStreamSpec next, OwnedFields known) =>
        If(OwnedFields.Repository, Adds(before.DockerImageRepository, next.DockerImageRepository))
        | If(OwnedFields.LookupPolicy, before.LookupPolicy != next.LookupPolicy)
        | If(
            OwnedFields.Tags,
            !known.HasFlag(OwnedFields.Tags)
            && !before.Tags.IsSameAs(next.Tags)
            && next.Tags.Any(tag => before.Tags.Find(tag.Name) != tag));

    private static OwnedFields FindInStatus(ImageStreamStatus before, ImageStreamStatus next, OwnedFields known) =>
        If(OwnedFields.StatusRepository, before.DockerImageRepository != next.DockerImageRepository)
        | If(
            OwnedFields.StatusPublicRepository,
            Adds(before.PublicDockerImageRepository, next.PublicDockerImageRepository))
        | If(
            OwnedFields.StatusTags,
            !known.HasFlag(OwnedFields.StatusTags)
            && !before.Tags.IsSameAs(next.Tags)
            && next.Tags.Any(history => before.Tags.Find(history.Tag) != history));

    private static OwnedFields If(OwnedFields field, bool isChanged) => isChanged ? field : OwnedFields.None;

    private static bool Adds(string? before, string? next) => !string.IsNullOrEmpty(next) && next != before;

    private static bool Adds<T>(ValueList<T> before, ValueList<T> next) => next.Except(before).Any();

    private static bool Adds(ValueMap<string> before, ValueMap<string> next) =>
        next.Any(pair => !before.TryGetValue(pair.Key, out var value) || value != pair.Value);
}
