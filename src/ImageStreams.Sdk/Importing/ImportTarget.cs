using System.Diagnostics.CodeAnalysis;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What a tag follows in a registry, and how the registry is to be asked for it.</summary>
internal sealed class ImportTarget
{
    private readonly ImageStream _stream;

    private ImportTarget(ImageStream stream, TagReference wish, ImageReference reference, RegistryRepository repository) =>
        (_stream, Wish, Reference, Repository) = (stream, wish, reference, repository);

    public TagReference Wish { get; }

    public ImageReference Reference { get; }

    public RegistryRepository Repository { get; }

    /// <summary>The digest that the tag is pinned to, else the tag of the image.</summary>
    public string TagOrDigest => Reference.Id.Length > 0 ? Reference.Id : Reference.ToDockerClientDefaults().Tag;

    /// <summary>Finds what to import for a tag, or why there is nothing.</summary>
    public static bool TryFind(
        ImageStream stream, string tag, [NotNullWhen(true)] out ImportTarget? target, out ImportObstacle obstacle)
    {
        target = null;
        var wish = stream.Spec.Tags.Find(tag);
        if (FindObstacle(wish) is { } found)
        {
            obstacle = found;
            return false;
        }

        obstacle = ImportObstacle.MalformedReference;
        if (ImageReference.TryParse(wish!.From!.Name, out var reference) && IsInRegistry(reference))
        {
            target = new ImportTarget(
                stream, wish, reference, RepositoryOf(stream, reference, wish.ImportPolicy.Insecure));
        }

        return target is not null;
    }

    /// <summary>The target whose next questions go first to where the last answer came from.</summary>
    /// <remarks>OpenShift takes an image from the mirror that has its tag, though that is no mirror for
    /// digests.</remarks>
    public ImportTarget StartingAt(RegistrySource source) =>
        new(_stream, Wish, Reference, Repository with { StartAt = source });

    /// <summary>Whether the tag has an image already, from where it is to come from.</summary>
    public bool IsCurrent(Digest digest)
    {
        var image = digest.ToString();
        return TagImports.IsCurrent(_stream, Wish.Name, ImageFactory.PullSpecOf(Reference, image), image);
    }

    /// <summary>How a registry is asked in the name of a stream.</summary>
    public static RegistryRepository RepositoryOf(ImageStream stream, ImageReference reference, bool insecure) =>
        RegistryRepository.From(reference, insecure) with { CredentialScope = stream.Metadata.Namespace ?? "" };

    /// <summary>Whether a registry can have it.</summary>
    /// <remarks>Names that are valid as references may be too long there, or in upper case.</remarks>
    public static bool IsInRegistry(ImageReference reference)
    {
        var complete = reference.ToDockerClientDefaults();
        return RegistryGrammar.IsRegistry(complete.Registry)
            && RegistryGrammar.IsRepositoryName(complete.RepositoryName);
    }

    private static ImportObstacle? FindObstacle(TagReference? wish) => wish switch
    {
        null => ImportObstacle.NoWish,
        not { From.Kind: ReferenceKinds.DockerImage } => ImportObstacle.FollowsNoRegistry,
        { Reference: true } => ImportObstacle.ReferenceOnly,
        _ => null,
    };
}
