using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Says which tags of a stream are to be imported, and with which request.</summary>
/// <remarks>
/// The rules of OpenShift's import controller: a tag is due while the generation of its wish is ahead of the newest one
/// that something came of, be it an image or a failure. Pure functions.
/// </remarks>
public static partial class ImportNeeds
{
    private const int NotFound = 404;

    /// <summary>Determines whether a wish is for an image in a registry that is to be imported, and not only passed on.</summary>
    public static bool IsImportable(TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(specTag);
        return specTag is { From.Kind: ReferenceKinds.DockerImage, Reference: false };
    }

    /// <summary>The newest generation of a tag's wish that something came of; 0 when nothing ever did.</summary>
    public static long GetObservedGeneration(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        var history = stream.Status.Tags.Find(tag);
        var imported = history?.Latest?.Generation ?? 0;
        var outcome = (history?.Conditions ?? default).FirstOrDefault(condition =>
            condition.Type == TagEventCondition.ImportSuccess);
        return Math.Max(0, Math.Max(imported, outcome?.Generation ?? 0));
    }

    /// <summary>Determines whether a tag is to be imported.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="specTag">The wish of one of its tags.</param>
    /// <param name="ifNoGeneration">The answer for a wish without a generation, as old clients left it.</param>
    public static bool IsDue(ImageStream stream, TagReference specTag, bool ifNoGeneration = false)
    {
        ArgumentNullException.ThrowIfNull(stream);

        return IsImportable(specTag)
            && (specTag.Generation is { } generation
                ? generation > GetObservedGeneration(stream, specTag.Name)
                : ifNoGeneration);
    }

    /// <summary>Determines whether the newest image of a tag is that of its wish as it is.</summary>
    public static bool IsImported(ImageStream stream, TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(specTag);

        return stream.Status.Tags.Find(specTag.Name)?.Latest is { } latest && specTag.Generation == latest.Generation;
    }

    /// <summary>What of a stream is to be imported.</summary>
    /// <remarks>
    /// A stream without <see cref="ImageStreamAnnotations.RepositoryCheck"/> was never looked at: its repository is imported if it
    /// has one, else its tags are looked at if one of them comes from a registry.
    /// </remarks>
    public static ImportNeed GetNeed(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var isUnchecked = string.IsNullOrEmpty(FindAnnotation(stream, ImageStreamAnnotations.RepositoryCheck));
        if (isUnchecked && HasRepository(stream))
        {
            return ImportNeed.Everything;
        }

        return stream.Spec.Tags.Any(specTag => isUnchecked ? IsImportable(specTag) : IsDue(stream, specTag))
            ? ImportNeed.DueTags
            : ImportNeed.None;
    }

    /// <summary>The tags that are to be imported again and again, in the order of the stream.</summary>
    /// <remarks>
    /// A tag whose wish names a digest leaves the schedule once it is imported, as nothing newer can come of it.
    /// </remarks>
    public static ValueList<string> GetScheduledTags(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Spec.Tags.Where(specTag => IsScheduled(stream, specTag)).Select(specTag => specTag.Name).ToValueList();
    }

    /// <summary>The stream with its scheduled tags due again, to be given to <see cref="CreateRequest(ImageStream)"/>; not to be kept.</summary>
    public static ImageStream ResetScheduled(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var next = stream.Metadata.Generation + 1;
        var tags = stream.Spec.Tags.Map(specTag => IsScheduled(stream, specTag) ? specTag with { Generation = next } : specTag);
        return tags.IsSameAs(stream.Spec.Tags) ? stream : stream with { Spec = stream.Spec with { Tags = tags } };
    }

    /// <summary>Determines whether a server's answer to the request means that the stream is gone, so that trying again is vain.</summary>
    public static bool IsStreamNotFound(KubernetesStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status is { Code: NotFound, Details.Kind: "imageStream" };
    }

    private static bool IsScheduled(ImageStream stream, TagReference specTag)
    {
        if (!IsImportable(specTag) || !specTag.ImportPolicy.Scheduled)
        {
            return false;
        }

        var name = specTag.From!.Name ?? "";
        return ImageReference.TryParse(name, out var reference)
            ? reference.Id.Length == 0 || !IsImported(stream, specTag)
            : name.Length == 0;
    }

    /// <summary>Determines whether a stream follows a repository as a whole.</summary>
    internal static bool HasRepository(ImageStream stream) => !string.IsNullOrEmpty(stream.Spec.DockerImageRepository);

    private static string? FindAnnotation(ImageStream stream, string name) =>
        stream.Metadata.Annotations.TryGetValue(name, out var value) ? value : null;
}
