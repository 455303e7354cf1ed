using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Determines which tags of a stream need an import, and creates the requests.</summary>
/// <remarks>
/// The rules of OpenShift's import controller: a tag is pending while the generation of its spec tag is ahead of that of its
/// latest event and its condition. Pure functions.
/// </remarks>
internal static class ImportNeeds
{
    private const int NotFound = 404;

    /// <summary>Checks whether a spec tag follows an image in a registry, and does not only pass its pull spec on.</summary>
    public static bool IsImportable(TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(specTag);
        return specTag is { From.Kind: ReferenceKinds.DockerImage, Reference: false };
    }

    /// <summary>Gets the latest generation of a spec tag that was imported, or failed to be; 0 for none.</summary>
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

    /// <summary>Checks whether a tag is pending.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="specTag">One of its spec tags.</param>
    /// <param name="ifNoGeneration">The answer for a spec tag without a generation, as old clients write it.</param>
    public static bool IsDue(ImageStream stream, TagReference specTag, bool ifNoGeneration = false)
    {
        ArgumentNullException.ThrowIfNull(stream);

        return IsImportable(specTag)
            && (specTag.Generation is { } generation
                ? generation > GetObservedGeneration(stream, specTag.Name)
                : ifNoGeneration);
    }

    /// <summary>Checks whether the latest event of a tag belongs to its spec tag as it is.</summary>
    public static bool IsImported(ImageStream stream, TagReference specTag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(specTag);

        return stream.Status.Tags.Find(specTag.Name)?.Latest is { } latest && specTag.Generation == latest.Generation;
    }

    /// <summary>Gets the extent of the import that a stream needs.</summary>
    /// <remarks>
    /// A stream without <see cref="ImageStreamAnnotations.RepositoryCheck"/> was never imported: its repository is imported if
    /// it has one, else its tags if one of them follows an image in a registry.
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

    /// <summary>Finds the tags that are imported periodically, in the order of the stream.</summary>
    /// <remarks>
    /// A tag that follows a digest leaves the schedule once it is imported, because it cannot change.
    /// </remarks>
    public static ValueList<string> GetScheduledTags(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.Spec.Tags.Where(specTag => IsScheduled(stream, specTag)).Select(specTag => specTag.Name).ToValueList();
    }

    /// <summary>Returns the stream with its scheduled tags pending, for <see cref="CreateRequest(ImageStream)"/>; not to be stored.</summary>
    public static ImageStream ResetScheduled(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var next = stream.Metadata.Generation + 1;
        var tags = stream.Spec.Tags.Map(specTag => IsScheduled(stream, specTag) ? specTag with { Generation = next } : specTag);
        return tags.IsSameAs(stream.Spec.Tags) ? stream : stream with { Spec = stream.Spec with { Tags = tags } };
    }

    /// <summary>Checks whether the answer to a request means that the stream does not exist, so that another attempt is useless.</summary>
    public static bool IsStreamNotFound(KubernetesStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status is { Code: NotFound, Details.Kind: "imageStream" };
    }

    /// <summary>Creates the request for the import that a stream needs; null for none.</summary>
    /// <remarks>
    /// It has the version of the stream, so that a stream that has changed since is not overwritten. Tags without a generation
    /// are imported with the others.
    /// </remarks>
    public static ImageStreamImport? CreateRequest(ImageStream stream)
    {
        var need = GetNeed(stream);
        var everything = need == ImportNeed.Everything;
        ValueList<ImageImportSpec> images = need == ImportNeed.None
            ? []
            : stream.Spec.Tags
                .Where(specTag => everything ? IsImportable(specTag) : IsDue(stream, specTag, ifNoGeneration: true))
                .Select(CreateSpec)
                .ToValueList();
        var repository = everything && HasRepository(stream) ? CreateRepositorySpec(stream) : null;
        return images.IsEmpty && repository is null ? null : BuildRequest(stream, images, repository);
    }

    /// <summary>Creates the request for some of the tags that follow images in registries; null for none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="predicate">Checks whether to import a tag, by its spec tag.</param>
    public static ImageStreamImport? CreateRequest(ImageStream stream, Func<TagReference, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(predicate);

        return CreateRequest(stream, predicate, repositoryTags: []);
    }

    /// <summary>Creates the same request, with tags of the stream's repository that have no spec tag.</summary>
    internal static ImageStreamImport? CreateRequest(
        ImageStream stream, Func<TagReference, bool> predicate, IEnumerable<string> repositoryTags)
    {
        var images = stream.Spec.Tags.Where(specTag => IsImportable(specTag) && predicate(specTag)).Select(CreateSpec)
            .Concat(repositoryTags.Where(tag => !stream.Spec.Tags.Contains(tag)).Select(tag => CreateSpec(stream, tag)))
            .ToValueList();
        return images.IsEmpty ? null : BuildRequest(stream, images, repository: null);
    }

    private static ImageImportSpec CreateSpec(ImageStream stream, string tag)
    {
        var repository = CreateRepositorySpec(stream);
        var pullSpec = ImageReference.TryParse(repository.From.Name, out var reference)
            ? reference.ToDockerClientDefaults().ToRepository().WithTag(tag).ToExactString()
            : $"{repository.From.Name}:{tag}";
        return new ImageImportSpec
        {
            From = ObjectReference.DockerImage(pullSpec),
            To = new LocalObjectReference { Name = tag },
            ImportPolicy = repository.ImportPolicy,
        };
    }

    /// <summary>Creates the request for the repository of a stream that has one.</summary>
    internal static ImageStreamImport CreateRepositoryRequest(ImageStream stream) =>
        BuildRequest(stream, [], CreateRepositorySpec(stream));

    private static ImageImportSpec CreateSpec(TagReference specTag) => new()
    {
        From = ObjectReference.DockerImage(specTag.From!.Name ?? ""),
        To = new LocalObjectReference { Name = specTag.Name },
        ImportPolicy = specTag.ImportPolicy,
        ReferencePolicy = specTag.ReferencePolicy,
    };

    private static RepositoryImportSpec CreateRepositorySpec(ImageStream stream) => new()
    {
        From = ObjectReference.DockerImage(stream.Spec.DockerImageRepository!),
        ImportPolicy = new() { Insecure = FindAnnotation(stream, ImageStreamAnnotations.InsecureRepository) == "true" },
    };

    private static ImageStreamImport BuildRequest(
        ImageStream stream, ValueList<ImageImportSpec> images, RepositoryImportSpec? repository) =>
        new ImageStreamImport
        {
            Metadata = new()
            {
                Name = stream.Metadata.Name,
                Namespace = stream.Metadata.Namespace,
                ResourceVersion = stream.Metadata.ResourceVersion,
                Uid = stream.Metadata.Uid,
            },
            Spec = new() { Import = true, Images = images, Repository = repository },
        }.WithTypeMeta();

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

    /// <summary>Checks whether a stream follows a whole repository.</summary>
    internal static bool HasRepository(ImageStream stream) => !string.IsNullOrEmpty(stream.Spec.DockerImageRepository);

    private static string? FindAnnotation(ImageStream stream, string name) =>
        stream.Metadata.Annotations.TryGetValue(name, out var value) ? value : null;
}
