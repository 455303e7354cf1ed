using System.Diagnostics.CodeAnalysis;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What a tag follows in a registry, and how the registry is to be asked for it.</summary>
internal sealed class ImportTarget
{
    private readonly ImageStream _stream;

    private ImportTarget(ImageStream stream, TagReference specTag, ImageReference reference, RegistryRepository repository) =>
        (_stream, SpecTag, Reference, Repository) = (stream, specTag, reference, repository);

    public TagReference SpecTag { get; }

    public ImageReference Reference { get; }

    public RegistryRepository Repository { get; }

    /// <summary>The digest that the tag is pinned to, else the tag of the image.</summary>
    public string TagOrDigest => Reference.Id.Length > 0 ? Reference.Id : Reference.ToDockerClientDefaults().Tag;

    /// <summary>Finds what to import for a tag, or why there is nothing.</summary>
    public static bool TryFind(
        ImageStream stream, string tag, [NotNullWhen(true)] out ImportTarget? target, out NotImportableReason obstacle)
    {
        target = null;
        var specTag = stream.Spec.Tags.Find(tag);
        if (FindReason(specTag) is { } found)
        {
            obstacle = found;
            return false;
        }

        obstacle = NotImportableReason.MalformedReference;
        if (ImageReference.TryParse(specTag!.From!.Name, out var reference) && IsInRegistry(reference))
        {
            target = new ImportTarget(
                stream, specTag, reference, CreateRepository(stream, reference, specTag.ImportPolicy.Insecure));
        }

        return target is not null;
    }

    /// <summary>The target whose next questions go first to where the last answer came from.</summary>
    /// <remarks>OpenShift takes an image from the mirror that has its tag, though that is no mirror for
    /// digests.</remarks>
    public ImportTarget StartingAt(ServingRegistry source) =>
        new(_stream, SpecTag, Reference, Repository with { StartAt = source });

    /// <summary>Whether the tag has an image already, from where it is to come from.</summary>
    public bool IsCurrent(Digest digest)
    {
        var image = digest.ToString();
        return TagImports.IsCurrent(_stream, SpecTag.Name, ImageFactory.PullSpecOf(Reference, image), image);
    }

    /// <summary>How a registry is asked in the name of a stream.</summary>
    public static RegistryRepository CreateRepository(ImageStream stream, ImageReference reference, bool insecure) =>
        RegistryRepository.From(reference, insecure) with { CredentialScope = stream.Namespace };

    /// <summary>Whether a registry can have it.</summary>
    /// <remarks>Names that are valid as references may be too long there, or in upper case.</remarks>
    public static bool IsInRegistry(ImageReference reference)
    {
        var complete = reference.ToDockerClientDefaults();
        return RegistryGrammar.IsRegistry(complete.Registry)
            && RegistryGrammar.IsRepositoryName(complete.RepositoryName);
    }

    private static NotImportableReason? FindReason(TagReference? specTag) => specTag switch
    {
        null => NotImportableReason.NoSpecTag,
        not { From.Kind: ReferenceKinds.DockerImage } => NotImportableReason.FollowsNoRegistry,
        { Reference: true } => NotImportableReason.ReferenceOnly,
        _ => null,
    };
}
