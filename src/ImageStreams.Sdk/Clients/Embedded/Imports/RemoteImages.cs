using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Looks images up in their registries, for one import.</summary>
internal sealed class RemoteImages(Engine engine, ImageImporter importer, IProgress<ImportProgress>? progress)
{
    private readonly ImageLookup _lookup = importer.BeginLookup();

    /// <summary>Looks up everything that is asked for. What a registry does is an outcome, not an exception.</summary>
    /// <remarks>An image that its tag points to already, and that the store has, is not fetched again, unless the answer is
    /// to hold its manifest.</remarks>
    /// <param name="stream">The stream that it is for.</param>
    /// <param name="spec">What is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RequestedImages> FindAsync(
        ImageStream stream, ImageStreamImportSpec spec, CancellationToken cancellationToken)
    {
        var (listing, ofRepository) = await ListAsync(stream, spec.Repository, cancellationToken).ConfigureAwait(false);
        List<WantedImage> wanted = [.. ofRepository, .. CreateWanted(spec.Images)];
        var counter = new ProgressCounter(progress, wanted.Count);
        var found = await BoundedParallel
            .SelectAsync(
                wanted,
                importer.Options.MaxConcurrency,
                (image, token) => FindAsync(stream, image, counter, token),
                cancellationToken)
            .ConfigureAwait(false);
        return new RequestedImages
        {
            Listing = listing,
            FromRepository = found.Take(ofRepository.Count).ToValueList(),
            Named = found.Skip(ofRepository.Count).ToValueList(),
        };
    }

    private IEnumerable<WantedImage> CreateWanted(ValueList<ImageImportSpec> images)
    {
        var trust = new InsecureRepositories(images, engine.Settings.ApplyInsecurePerImage);
        return images.Select(image => new WantedImage(CreateSpecTag(image), trust.IsInsecure(image), AddsSpecTag: true, image.IncludeManifest));
    }

    private static TagReference CreateSpecTag(ImageImportSpec spec) => new()
    {
        Name = spec.To?.Name ?? "",
        From = spec.From,
        ImportPolicy = spec.ImportPolicy,
        ReferencePolicy = spec.ReferencePolicy,
        Generation = 0,
    };

    /// <summary>What listing the repository came to, and the images to look up then.</summary>
    private async Task<(RepositoryImportStatus? Status, IReadOnlyList<WantedImage> Wanted)> ListAsync(
        ImageStream stream, RepositoryImportSpec? repository, CancellationToken cancellationToken)
    {
        if (repository is null)
        {
            return (null, []);
        }

        var name = repository.From.Name ?? "";
        if (FindRefusal(name, repository.ImportPolicy.Insecure) is { } refusal)
        {
            return (new RepositoryImportStatus { Status = ImportStatusTexts.Forbidden(name, refusal) }, []);
        }

        return await importer.ListAsync(stream, repository, cancellationToken).ConfigureAwait(false) is { } listing
            ? (CreateStatus(listing, name), [.. listing.Chosen.Select(tag => CreateWanted(repository, listing, tag))])
            : (new RepositoryImportStatus { Status = ImportStatusTexts.FromReason(NotImportableReason.MalformedReference, name) }, []);
    }

    private static WantedImage CreateWanted(RepositoryImportSpec repository, RepositoryListing listing, string tag) =>
        new(listing.CreateSpecTag(repository, tag), repository.ImportPolicy.Insecure, AddsSpecTag: false, repository.IncludeManifest);

    private static RepositoryImportStatus CreateStatus(RepositoryListing listing, string name) => new()
    {
        Status = listing.Fault is { } fault ? ImportStatusTexts.FromRepositoryError(fault, name) : ImportStatusTexts.Success,
        AdditionalTags = listing.Additional,
    };

    private async Task<RequestedImage> FindAsync(
        ImageStream stream, WantedImage image, ProgressCounter counter, CancellationToken cancellationToken)
    {
        if (FindRefusal(image.PullSpec, image.SpecTag.ImportPolicy.Insecure) is { } refusal)
        {
            var forbidden = Failed(image, ImportStatusTexts.Forbidden(image.PullSpec, refusal));
            counter.Count(image.SpecTag.Name, ImportOutcome.Failed, forbidden.Status.Message);
            return forbidden;
        }

        var known = image.IncludeManifest
            ? null
            : await KnownImage.FindAsync(engine, stream, image.SpecTag.Name, cancellationToken).ConfigureAwait(false);
        var found = await _lookup
            .LookUpAsync(KnownImage.Probe(stream, image.Trusting, known), image.SpecTag.Name, cancellationToken)
            .ConfigureAwait(false);
        counter.Count(image.SpecTag.Name, found);
        return found switch
        {
            ImageLookupResult.Fetched { Image: var fetched } => Found(image, fetched.Image, fetched.Manifests),
            ImageLookupResult.Unchanged => Found(image, known!.Image, known.Manifests),
            ImageLookupResult.Failed missing => Failed(image, ImportStatusTexts.FromError(missing.Fault, image.PullSpec)) with { Refused = missing.Refused },
            ImageLookupResult.NotImportable nothing => Failed(image, ImportStatusTexts.FromReason(nothing.Obstacle, image.PullSpec)),
            _ => throw new InvalidOperationException($"There is no such outcome of a lookup: {found.GetType().Name}."),
        };
    }

    private string? FindRefusal(string pullSpec, bool insecure)
    {
        var transport = insecure ? RegistrySecurity.Any : RegistrySecurity.Secure;
        return ImageReference.TryParse(pullSpec, out var reference)
            && engine.Settings.AllowedRegistries.Admit(reference, transport) is RegistryAdmissionResult.Refused refused
                ? refused.Message
                : null;
    }

    private static RequestedImage Found(WantedImage wanted, Image image, ValueList<Image> manifests) =>
        Failed(wanted, ImportStatusTexts.Success) with
        {
            Image = Unkept(image),
            Manifests = manifests.Select(Unkept).ToValueList(),
        };

    private static RequestedImage Failed(WantedImage wanted, KubernetesStatus status) => new()
    {
        SpecTag = wanted.SpecTag,
        AddsSpecTag = wanted.AddsSpecTag,
        IncludeManifest = wanted.IncludeManifest,
        SourceTag = FindSourceTag(wanted.PullSpec),
        Status = status,
    };

    /// <summary>The image as if it had just been fetched.</summary>
    private static Image Unkept(Image image) => image with
    {
        Metadata = new ObjectMeta { Name = image.Metadata.Name, Annotations = image.Metadata.Annotations },
    };

    private static string? FindSourceTag(string pullSpec) =>
        ImageReference.TryParse(pullSpec, out var reference) && reference.Id.Length == 0
            ? reference.ToDockerClientDefaults().Tag
            : null;
}
