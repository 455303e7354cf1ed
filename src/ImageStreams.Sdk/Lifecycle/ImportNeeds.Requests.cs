using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Lifecycle;

public static partial class ImportNeeds
{
    /// <summary>The request that imports what is to be imported; null when that is nothing.</summary>
    /// <remarks>
    /// It carries the version of the stream, so that a stream that has changed since is not written over. Tags without
    /// a generation are imported with the others.
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

    /// <summary>The request that imports some of the tags that come from registries; null when they are none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="predicate">Says whether a tag is to be imported, by its wish.</param>
    public static ImageStreamImport? CreateRequest(ImageStream stream, Func<TagReference, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(predicate);

        return CreateRequest(stream, predicate, repositoryTags: []);
    }

    /// <summary>The same, with tags of the stream's repository that have no wish.</summary>
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

    /// <summary>The request that imports the repository of a stream that has one.</summary>
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
}
