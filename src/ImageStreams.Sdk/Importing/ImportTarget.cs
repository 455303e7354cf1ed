using ImageStreams.Serialization;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The location of an image in a registry, and what is known of it before the registry is contacted.</summary>
internal sealed record ImportTarget
{
    /// <summary>The image's pull spec.</summary>
    public required ImageReference Reference { get; init; }

    /// <summary>The repository for requests to the registry client.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>Gets a value indicating whether an index is kept unchanged, instead of the image of one platform.</summary>
    public required bool PreservesIndex { get; init; }

    /// <summary>The platform whose image stands for an index that is not kept.</summary>
    public required Platform Platform { get; init; }

    /// <summary>The image that needs no import, as the tag has it; null for none.</summary>
    public required Digest? Current { get; init; }

    /// <summary>The digest that the pull spec names, otherwise its tag.</summary>
    public string TagOrDigest => Reference.Id.Length > 0 ? Reference.Id : Reference.ToDockerClientDefaults().Tag;

    /// <summary>Finds the target of an import; null when no registry can have it.</summary>
    /// <param name="import">The import.</param>
    /// <param name="current">The event that makes an import of its image unnecessary; null for none.</param>
    /// <param name="credentialScope">The namespace on whose behalf the registry is contacted.</param>
    /// <param name="platform">The platform that the importer prefers.</param>
    public static ImportTarget? Find(ImageImport import, TagEvent? current, string credentialScope, Platform platform)
    {
        if (!ImageReference.TryParse(import.SpecTag.From?.Name, out var reference) || !IsInRegistry(reference))
        {
            return null;
        }

        return new ImportTarget
        {
            Reference = reference,
            Repository = CreateRepository(reference, import.Insecure, credentialScope),
            PreservesIndex = import.SpecTag.ImportPolicy.ImportMode == ImportMode.PreserveOriginal,
            Platform = import.Preference.Apply(reference, platform),
            Current = FindDigest(reference, current),
        };
    }

    /// <summary>Finds the reason why a tag reference cannot be imported; null when it can.</summary>
    public static NotImportableReason? FindReason(TagReference specTag) => specTag switch
    {
        not { From.Kind: ReferenceKinds.DockerImage } => NotImportableReason.FollowsNoRegistry,
        { Reference: true } => NotImportableReason.ReferenceOnly,
        _ => null,
    };

    /// <summary>Creates the repository to request from a registry client.</summary>
    public static RegistryRepository CreateRepository(ImageReference reference, bool insecure, string credentialScope) =>
        RegistryRepository.From(reference, insecure) with { CredentialScope = credentialScope };

    /// <summary>Determines whether a registry can have an image.</summary>
    /// <remarks>Names that are valid as references may be too long there, or in upper case.</remarks>
    public static bool IsInRegistry(ImageReference reference)
    {
        var complete = reference.ToDockerClientDefaults();
        return RegistryGrammar.IsRegistry(complete.Registry)
            && RegistryGrammar.IsRepositoryName(complete.RepositoryName);
    }

    /// <summary>Returns the target whose next requests begin at the registry that sent the last response.</summary>
    /// <remarks>
    /// OpenShift fetches an image from the mirror that has its tag, even from one that is not a mirror for digests.
    /// </remarks>
    public ImportTarget StartingAt(ServingRegistry source) => this with { Repository = Repository with { StartAt = source } };

    /// <summary>Finds the image of an event, if its pull spec is that from which the tag is imported.</summary>
    private static Digest? FindDigest(ImageReference reference, TagEvent? current) =>
        current is not null
        && current.PullSpec == PullSpecText.From(ImageFactory.GetPullSpec(reference, current.Image))
        && Digest.TryParse(current.Image, out var digest)
            ? digest
            : null;
}
