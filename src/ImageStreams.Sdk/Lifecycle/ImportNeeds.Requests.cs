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
        var need = Of(stream);
        var everything = need == ImportNeed.Everything;
        ValueList<ImageImportSpec> images = need == ImportNeed.None
            ? []
            : stream.Spec.Tags
                .Where(wish => everything ? IsImportable(wish) : IsDue(stream, wish, ifNotNumbered: true))
                .Select(ImportOf)
                .ToValueList();
        var repository = everything && HasRepository(stream) ? RepositoryOf(stream) : null;
        return images.IsEmpty && repository is null ? null : RequestFor(stream, images, repository);
    }

    /// <summary>The request that imports some of the tags that come from registries; null when they are none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="choose">Says whether a tag is to be imported, by its wish.</param>
    public static ImageStreamImport? CreateRequest(ImageStream stream, Func<TagReference, bool> choose)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(choose);

        return CreateRequest(stream, choose, ofRepository: []);
    }

    /// <summary>The same, with tags of the stream's repository that have no wish.</summary>
    internal static ImageStreamImport? CreateRequest(
        ImageStream stream, Func<TagReference, bool> choose, IEnumerable<string> ofRepository)
    {
        var images = stream.Spec.Tags.Where(wish => IsImportable(wish) && choose(wish)).Select(ImportOf)
            .Concat(ofRepository.Where(tag => !stream.Spec.Tags.Contains(tag)).Select(tag => ImportOf(stream, tag)))
            .ToValueList();
        return images.IsEmpty ? null : RequestFor(stream, images, repository: null);
    }

    private static ImageImportSpec ImportOf(ImageStream stream, string tag)
    {
        var repository = RepositoryOf(stream);
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
        RequestFor(stream, [], RepositoryOf(stream));

    private static ImageImportSpec ImportOf(TagReference wish) => new()
    {
        From = ObjectReference.DockerImage(wish.From!.Name ?? ""),
        To = new LocalObjectReference { Name = wish.Name },
        ImportPolicy = wish.ImportPolicy,
        ReferencePolicy = wish.ReferencePolicy,
    };

    private static RepositoryImportSpec RepositoryOf(ImageStream stream) => new()
    {
        From = ObjectReference.DockerImage(stream.Spec.DockerImageRepository!),
        ImportPolicy = new() { Insecure = Annotation(stream, InsecureRepositoryAnnotation) == "true" },
    };

    private static ImageStreamImport RequestFor(
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
