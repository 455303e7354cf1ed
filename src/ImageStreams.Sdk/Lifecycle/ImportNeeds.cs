using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Determines the tags of a stream that must be imported.</summary>
/// <remarks>
/// The rules of OpenShift's import controller: a tag is due while the generation of its spec tag is ahead of the latest
/// generation with a result, whether an image or a failure. Pure functions.
/// </remarks>
internal static class ImportNeeds
{
    private const int NotFound = 404;

    /// <summary>Determines whether a spec tag has an image in a registry that is imported, and not only referred to.</summary>
    public static bool IsImportable(TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(specTag);
        return specTag is { From.Kind: ReferenceKinds.DockerImage, Reference: false };
    }

    /// <summary>Gets the latest generation of a tag that has a result; 0 when none has.</summary>
    public static long GetObservedGeneration(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        var history = stream.Status.Tags.Find(tag);
        var imported = history?.Latest?.Generation ?? 0;
        var condition = (history?.Conditions ?? default).FirstOrDefault(condition =>
            condition.Type == TagEventCondition.ImportSuccess);
        return Math.Max(0, Math.Max(imported, condition?.Generation ?? 0));
    }

    /// <summary>Determines whether a tag must be imported.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="specTag">One of its spec tags.</param>
    /// <param name="ifNoGeneration">The result for a spec tag without a generation, which only old clients write.</param>
    public static bool IsDue(ImageStream stream, TagReference specTag, bool ifNoGeneration = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!IsImportable(specTag))
        {
            return false;
        }

        return specTag.Generation is { } generation
            ? generation > GetObservedGeneration(stream, specTag.Name)
            : ifNoGeneration;
    }

    /// <summary>Determines whether the latest image of a tag is that of its current spec tag.</summary>
    public static bool IsImported(ImageStream stream, TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(specTag);
        return stream.Status.Tags.Find(specTag.Name)?.Latest is { } latest && specTag.Generation == latest.Generation;
    }

    /// <summary>Gets the extent of the import that a stream needs.</summary>
    /// <remarks>
    /// A stream without <see cref="ImageStreamAnnotations.RepositoryCheck"/> was never checked: its repository is imported
    /// if it has one, otherwise its tags if one of them has an image in a registry.
    /// </remarks>
    public static ImportNeed GetNeed(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var isUnchecked = !RepositoryImport.IsChecked(stream);
        if (isUnchecked && HasRepository(stream))
        {
            return ImportNeed.Everything;
        }

        return stream.Spec.Tags.Any(specTag => isUnchecked ? IsImportable(specTag) : IsDue(stream, specTag))
            ? ImportNeed.DueTags
            : ImportNeed.None;
    }

    /// <summary>Gets the tags that are imported periodically, in the order of the stream.</summary>
    /// <remarks>A tag that follows an image by digest is no longer scheduled once it is imported, as it cannot change.</remarks>
    public static ValueList<string> GetScheduledTags(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Spec.Tags
            .Where(specTag => IsScheduled(stream, specTag))
            .Select(specTag => specTag.Name)
            .ToValueList();
    }

    /// <summary>
    /// Creates a copy whose scheduled tags are due again, for <see cref="ImportRequests.Create(ImageStream)"/>; it must not
    /// be stored.
    /// </summary>
    public static ImageStream ResetScheduled(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var next = stream.Metadata.Generation + 1;
        var tags = stream.Spec.Tags.Map(specTag =>
            IsScheduled(stream, specTag) ? specTag with { Generation = next } : specTag);
        return tags.IsSameAs(stream.Spec.Tags) ? stream : stream with { Spec = stream.Spec with { Tags = tags } };
    }

    /// <summary>Determines whether the response to an import means that the stream does not exist.</summary>
    public static bool IsStreamNotFound(KubernetesStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status is { Code: NotFound, Details.Kind: "imageStream" };
    }

    /// <summary>Determines whether a stream follows a repository as a whole.</summary>
    public static bool HasRepository(ImageStream stream) => !string.IsNullOrEmpty(stream.Spec.DockerImageRepository);

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
}
