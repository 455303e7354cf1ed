using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Looks up the images that an <c>imagestreamimport</c> requests.</summary>
internal sealed class ImportResolver(
    Engine engine, ImageImporter importer, Digest? required, IProgress<ImportProgress>? progress)
{
    /// <summary>Looks up every image that is requested. The failure of a registry is an outcome, not an exception.</summary>
    /// <remarks>
    /// An image that its tag already has, and that the store has, is not fetched again, unless the response must include its
    /// manifest.
    /// </remarks>
    /// <param name="stream">The stream that they are for.</param>
    /// <param name="spec">The request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<ResolvedImports> ResolveAsync(
        ImageStream stream, ImageStreamImportSpec spec, CancellationToken cancellationToken)
    {
        var insecure = new RequestInsecurity(spec.Images, engine.Settings.ApplyInsecurePerImage);
        var (status, ofRepository) = await ListAsync(stream, spec.Repository, insecure, cancellationToken).ConfigureAwait(false);
        var found = await importer
            .LookUpAllAsync(
                stream,
                [.. ofRepository, .. CreateImports(stream, spec.Images, insecure)],
                (lookup, import, token) => LookUpAsync(lookup, stream, import, token),
                progress,
                cancellationToken)
            .ConfigureAwait(false);
        return new ResolvedImports
        {
            Repository = status,
            FromRepository = found.Take(ofRepository.Count).Select(WithError).ToValueList(),
            Images = found.Skip(ofRepository.Count).Select(WithError).ToValueList(),
        };
    }

    /// <summary>Returns the import with an error where there is nothing to import.</summary>
    private static ImageImport WithError(ImageImport import) => import.Reason is { } reason
        ? import with { Reason = null, Error = ImportStatusTexts.CreateError(reason, import.SpecTag.From?.Name ?? "") }
        : import;

    private IEnumerable<ImageImport> CreateImports(
        ImageStream stream, ValueList<ImageImportSpec> images, RequestInsecurity insecure) =>
        images.Select(image => new ImageImport
        {
            SpecTag = CreateSpecTag(image),
            Insecure = insecure.IsInsecure(image),
            IncludeManifest = image.IncludeManifest,
            Required = required,
            Preference = PlatformPreference.Read(stream, GetTargetTag(image)),
        });

    /// <summary>Gets the tag whose annotations count: the requested one, otherwise that of the image.</summary>
    private static string GetTargetTag(ImageImportSpec image)
    {
        if (image.To is { } to)
        {
            return to.Name ?? "";
        }

        return ImageReference.TryParse(image.From.Name, out var reference) ? reference.ToDockerClientDefaults().Tag : "";
    }

    private static TagReference CreateSpecTag(ImageImportSpec spec) => new()
    {
        Name = spec.To?.Name ?? "",
        From = spec.From,
        ImportPolicy = spec.ImportPolicy,
        ReferencePolicy = spec.ReferencePolicy,
        Generation = 0,
    };

    /// <summary>Lists the repository; the imports of its tags are empty where that failed.</summary>
    private async Task<(RepositoryImportStatus? Status, IReadOnlyList<ImageImport> Imports)> ListAsync(
        ImageStream stream,
        RepositoryImportSpec? repository,
        RequestInsecurity insecure,
        CancellationToken cancellationToken)
    {
        if (repository is null)
        {
            return (null, []);
        }

        var name = repository.From.Name ?? "";
        var error = FindRefusal(name, repository.ImportPolicy.Insecure);
        var isInsecure = insecure.IsInsecure(repository);
        var contacted = repository with { ImportPolicy = repository.ImportPolicy with { Insecure = isInsecure } };
        var listing =
            error is null ? await importer.ListAsync(stream, contacted, cancellationToken).ConfigureAwait(false) : null;
        if (listing is null)
        {
            error ??= ImportStatusTexts.CreateError(NotImportableReason.MalformedReference, name);
            return (new RepositoryImportStatus { Status = ImportStatusTexts.FromError(error, name) }, []);
        }

        var status = ImportStatusTexts.FromRepositoryError(listing.Error, name);
        return (
            new RepositoryImportStatus { Status = status, AdditionalTags = listing.Additional },
            [.. listing.CreateImports(repository).Select(import => import with { Insecure = isInsecure })]);
    }

    private async Task<ImageImport> LookUpAsync(
        ImageLookup lookup, ImageStream stream, ImageImport import, CancellationToken cancellationToken)
    {
        if (FindRefusal(import.SpecTag.From?.Name ?? "", import.SpecTag.ImportPolicy.Insecure) is { } refusal)
        {
            return import with { Error = refusal };
        }

        var latest = import.IncludeManifest ? null : StreamTagView.FindLatestImage(stream, import.SpecTag.Name);
        var stored = latest is null ? null : await FindStoredAsync(import, latest, cancellationToken).ConfigureAwait(false);
        var found = await lookup.LookUpAsync(import, stored is null ? null : latest, cancellationToken).ConfigureAwait(false);
        return found.Current is null ? found : found with { Image = stored!.Image, Manifests = stored.Manifests };
    }

    /// <summary>Finds the image that a tag has; null where the store does not have all of it.</summary>
    private async Task<ImageImport?> FindStoredAsync(
        ImageImport import, TagEvent latest, CancellationToken cancellationToken)
    {
        if (await engine.FindImageAsync(latest.Image, cancellationToken).ConfigureAwait(false) is not { } image)
        {
            return null;
        }

        List<Image> manifests = [];
        foreach (var manifest in image.DockerImageManifests)
        {
            if (await engine.FindImageAsync(manifest.Digest, cancellationToken).ConfigureAwait(false) is not { } platformImage)
            {
                return null;
            }

            manifests.Add(WithoutServerMetadata(platformImage));
        }

        image = image with { DockerImageReference = latest.DockerImageReference };
        return import with { Image = WithoutServerMetadata(image), Manifests = manifests.ToValueList() };
    }

    private static Image WithoutServerMetadata(Image image) => image with
    {
        Metadata = new ObjectMeta { Name = image.Metadata.Name, Annotations = RemovalMark.TakeOff(image).Metadata.Annotations },
    };

    private ImportError? FindRefusal(string pullSpec, bool insecure)
    {
        var security = insecure ? RegistrySecurity.Any : RegistrySecurity.Secure;
        return ImageReference.TryParse(pullSpec, out var reference)
            && engine.Settings.AllowedRegistries.Admit(reference, security) is RegistryAdmissionResult.Refused refused
                ? ImportStatusTexts.CreateForbidden(pullSpec, refused.Message)
                : null;
    }
}
