using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Creates the requests that import tags of a stream.</summary>
/// <remarks>
/// A request carries the version of the stream, so that a stream that has changed since is not overwritten. Pure
/// functions.
/// </remarks>
internal static class ImportRequests
{
    /// <summary>Creates the request for everything that a stream needs; null when it needs nothing.</summary>
    /// <remarks>Tags without a generation are imported with the others.</remarks>
    public static ImageStreamImport? Create(ImageStream stream)
    {
        var need = ImportNeeds.GetNeed(stream);
        if (need == ImportNeed.None)
        {
            return null;
        }

        var isEverything = need == ImportNeed.Everything;
        var images = stream.Spec.Tags
            .Where(specTag => isEverything
                ? ImportNeeds.IsImportable(specTag)
                : ImportNeeds.IsDue(stream, specTag, ifNoGeneration: true))
            .Select(ToImport)
            .ToValueList();
        var repository = isEverything ? ToRepositoryImport(stream) : null;
        return images.IsEmpty && repository is null ? null : Create(stream, images, repository);
    }

    /// <summary>Creates the request for some of the importable tags; null when there are none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="predicate">The function that selects tags by their spec tag.</param>
    public static ImageStreamImport? Create(ImageStream stream, Func<TagReference, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(predicate);
        return Create(stream, predicate, repositoryTags: []);
    }

    /// <summary>Creates the same request, with tags of the stream's repository that have no spec tag.</summary>
    public static ImageStreamImport? Create(
        ImageStream stream, Func<TagReference, bool> predicate, IEnumerable<string> repositoryTags)
    {
        var specTags = stream.Spec.Tags
            .Where(specTag => ImportNeeds.IsImportable(specTag) && predicate(specTag))
            .Select(ToImport);
        var others = repositoryTags
            .Where(tag => !stream.Spec.Tags.Contains(tag))
            .Select(tag => ToImport(stream, tag));
        var images = specTags.Concat(others).ToValueList();
        return images.IsEmpty ? null : Create(stream, images, repository: null);
    }

    /// <summary>Creates the request for the repository of a stream that has one.</summary>
    public static ImageStreamImport CreateForRepository(ImageStream stream) =>
        Create(stream, [], ToRepositoryImport(stream));

    private static ImageImportSpec ToImport(ImageStream stream, string tag)
    {
        var repository = ToRepositoryImport(stream);
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

    private static ImageImportSpec ToImport(TagReference specTag) => new()
    {
        From = ObjectReference.DockerImage(specTag.From!.Name ?? ""),
        To = new LocalObjectReference { Name = specTag.Name },
        ImportPolicy = specTag.ImportPolicy,
        ReferencePolicy = specTag.ReferencePolicy,
    };

    private static RepositoryImportSpec ToRepositoryImport(ImageStream stream) => new()
    {
        From = ObjectReference.DockerImage(stream.Spec.DockerImageRepository!),
        ImportPolicy = new() { Insecure = ImageStreamAnnotations.AllowsInsecure(stream.Metadata) },
    };

    private static ImageStreamImport Create(
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
}
