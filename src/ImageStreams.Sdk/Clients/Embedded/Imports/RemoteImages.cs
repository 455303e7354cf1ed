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
        List<WantedImage> wanted = [.. ofRepository, .. WantedOf(spec.Images)];
        var counter = new ProgressCounter(progress, wanted.Count);
        var found = await Lanes
            .SelectAsync(
                wanted,
                importer.Options.MaxConcurrency,
                (image, token) => FindAsync(stream, image, counter, token),
                cancellationToken)
            .ConfigureAwait(false);
        return new RequestedImages
        {
            Listing = listing,
            OfRepository = found.Take(ofRepository.Count).ToValueList(),
            Named = found.Skip(ofRepository.Count).ToValueList(),
        };
    }

    private IEnumerable<WantedImage> WantedOf(ValueList<ImageImportSpec> images)
    {
        var trust = new RepositoryTrust(images, engine.Settings.TrustEachImageAlone);
        return images.Select(image => new WantedImage(WishOf(image), trust.IsInsecure(image), IsWish: true, image.IncludeManifest));
    }

    private static TagReference WishOf(ImageImportSpec spec) => new()
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
            return (new RepositoryImportStatus { Status = ImportStatuses.Forbidden(name, refusal) }, []);
        }

        return await importer.ListAsync(stream, repository, cancellationToken).ConfigureAwait(false) is { } listing
            ? (StatusOf(listing, name), [.. listing.Chosen.Select(tag => WantedOf(repository, listing, tag))])
            : (new RepositoryImportStatus { Status = ImportStatuses.Of(ImportObstacle.MalformedReference, name) }, []);
    }

    private static WantedImage WantedOf(RepositoryImportSpec repository, RepositoryListing listing, string tag) =>
        new(listing.WishOf(repository, tag), repository.ImportPolicy.Insecure, IsWish: false, repository.IncludeManifest);

    private static RepositoryImportStatus StatusOf(RepositoryListing listing, string name) => new()
    {
        Status = listing.Fault is { } fault ? ImportStatuses.OfRepository(fault, name) : ImportStatuses.Success,
        AdditionalTags = listing.Additional,
    };

    private async Task<RequestedImage> FindAsync(
        ImageStream stream, WantedImage image, ProgressCounter counter, CancellationToken cancellationToken)
    {
        if (FindRefusal(image.PullSpec, image.Wish.ImportPolicy.Insecure) is { } refusal)
        {
            var forbidden = Failed(image, ImportStatuses.Forbidden(image.PullSpec, refusal));
            counter.Count(image.Wish.Name, ImportOutcome.Failed, forbidden.Status.Message);
            return forbidden;
        }

        var known = image.IncludeManifest
            ? null
            : await KnownImage.FindAsync(engine, stream, image.Wish.Name, cancellationToken).ConfigureAwait(false);
        var found = await _lookup
            .FindAsync(KnownImage.Probe(stream, image.Trusting, known), image.Wish.Name, cancellationToken)
            .ConfigureAwait(false);
        counter.Count(image.Wish.Name, found);
        return found switch
        {
            LookedUpImage.Fetched { Image: var fetched } => Found(image, fetched.Image, fetched.Manifests),
            LookedUpImage.Known => Found(image, known!.Image, known.Manifests),
            LookedUpImage.Missing missing => Failed(image, ImportStatuses.Of(missing.Fault, image.PullSpec)) with { Refused = missing.Refused },
            LookedUpImage.Nothing nothing => Failed(image, ImportStatuses.Of(nothing.Obstacle, image.PullSpec)),
            _ => throw new InvalidOperationException($"There is no such outcome of a lookup: {found.GetType().Name}."),
        };
    }

    private string? FindRefusal(string pullSpec, bool insecure)
    {
        var transport = insecure ? RegistryTransport.Any : RegistryTransport.Secure;
        return ImageReference.TryParse(pullSpec, out var reference)
            && engine.Settings.AllowedRegistries.Admit(reference, transport) is RegistryAdmission.Refused refused
                ? refused.Message
                : null;
    }

    private static RequestedImage Found(WantedImage wanted, Image image, ValueList<Image> manifests) =>
        Failed(wanted, ImportStatuses.Success) with
        {
            Image = Unkept(image),
            Manifests = manifests.Select(Unkept).ToValueList(),
        };

    private static RequestedImage Failed(WantedImage wanted, KubernetesStatus status) => new()
    {
        Wish = wanted.Wish,
        IsWish = wanted.IsWish,
        IncludeManifest = wanted.IncludeManifest,
        SourceTag = SourceTagOf(wanted.PullSpec),
        Status = status,
    };

    /// <summary>The image as if it had just been fetched.</summary>
    private static Image Unkept(Image image) => image with
    {
        Metadata = new ObjectMeta { Name = image.Metadata.Name, Annotations = image.Metadata.Annotations },
    };

    private static string? SourceTagOf(string pullSpec) =>
        ImageReference.TryParse(pullSpec, out var reference) && reference.Id.Length == 0
            ? reference.ToDockerClientDefaults().Tag
            : null;
}
