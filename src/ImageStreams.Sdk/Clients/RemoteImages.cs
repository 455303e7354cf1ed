using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Looks images up in their registries, for an import.</summary>
internal sealed class RemoteImages(Engine engine, ImageImporter importer)
{
    /// <summary>Looks one image up. What a registry does is an outcome, not an exception.</summary>
    /// <remarks>An image that the tag points to already, and that the store has, is not fetched again.</remarks>
    /// <param name="stream">The stream that it is for.</param>
    /// <param name="spec">What is asked for.</param>
    /// <param name="insecure">Whether its registry may be asked without TLS; see <see cref="RepositoryTrust"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RequestedImage> FindAsync(
        ImageStream stream, ImageImportSpec spec, bool insecure, CancellationToken cancellationToken)
    {
        var wish = WishOf(spec);
        var pullSpec = spec.From.Name ?? "";
        if (FindRefusal(wish) is { } refusal)
        {
            return Failed(wish, ImportStatuses.Forbidden(pullSpec, refusal));
        }

        var known = await FindKnownAsync(stream, wish.Name, cancellationToken).ConfigureAwait(false);
        var result = await importer
            .ImportTagAsync(Probe(stream, Trusting(wish, insecure), known?.Event), wish.Name, cancellationToken)
            .ConfigureAwait(false);
        return result switch
        {
            TagImportResult.Imported imported => Found(wish, imported.Image, imported.Manifests),
            TagImportResult.Unchanged => Found(
                wish, known!.Image with { DockerImageReference = known.Event.DockerImageReference }, known.Manifests),
            TagImportResult.Failed failed => Failed(wish, ImportStatuses.Of(failed, pullSpec)),
            TagImportResult.NotImportable nothing => Failed(wish, ImportStatuses.Of(nothing, pullSpec)),
            _ => throw new InvalidOperationException($"There is no such outcome of an import: {result.GetType().Name}."),
        };
    }

    private static TagReference WishOf(ImageImportSpec spec) => new()
    {
        Name = spec.To?.Name ?? "",
        From = spec.From,
        ImportPolicy = spec.ImportPolicy,
        ReferencePolicy = spec.ReferencePolicy,
        Generation = 0,
    };

    private static TagReference Trusting(TagReference wish, bool insecure) =>
        wish with { ImportPolicy = wish.ImportPolicy with { Insecure = insecure } };

    private string? FindRefusal(TagReference wish)
    {
        var transport = wish.ImportPolicy.Insecure ? RegistryTransport.Any : RegistryTransport.Secure;
        return ImageReference.TryParse(wish.From!.Name, out var reference)
            && engine.Settings.AllowedRegistries.Admit(reference, transport) is RegistryAdmission.Refused refused
                ? refused.Message
                : null;
    }

    /// <summary>The image that the tag points to, if all of it is in the store.</summary>
    private async Task<KnownImage?> FindKnownAsync(ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        if (StreamTagView.NewestImage(stream, tag) is not { } newest
            || await engine.FindImageAsync(newest.Image, cancellationToken).ConfigureAwait(false) is not { } image)
        {
            return null;
        }

        List<Image> manifests = [];
        foreach (var manifest in image.DockerImageManifests)
        {
            var one = await engine.FindImageAsync(manifest.Digest, cancellationToken).ConfigureAwait(false);
            manifests.AddRange(one is null ? [] : [one]);
        }

        return manifests.Count == image.DockerImageManifests.Count
            ? new KnownImage(newest, image, manifests.ToValueList())
            : null;
    }

    /// <summary>A stream of the one tag, which points to what is known: so the importer fetches only what is news.</summary>
    private static ImageStream Probe(ImageStream stream, TagReference wish, TagEvent? known) => new()
    {
        Metadata = new ObjectMeta { Name = stream.Metadata.Name, Namespace = stream.Metadata.Namespace },
        Spec = new ImageStreamSpec { Tags = [wish with { Generation = known?.Generation ?? 0 }] },
        Status = new ImageStreamStatus
        {
            Tags = known is null ? [] : [new NamedTagEventList { Tag = wish.Name, Items = [known] }],
        },
    };

    private static RequestedImage Found(TagReference wish, Image image, ValueList<Image> manifests) => new()
    {
        Wish = wish,
        SourceTag = SourceTagOf(wish),
        Status = ImportStatuses.Success,
        Image = Unkept(image),
        Manifests = manifests.Select(Unkept).ToValueList(),
    };

    private static RequestedImage Failed(TagReference wish, KubernetesStatus status) =>
        new() { Wish = wish, SourceTag = SourceTagOf(wish), Status = status };

    /// <summary>The image as if it had just been fetched.</summary>
    private static Image Unkept(Image image) => image with
    {
        Metadata = new ObjectMeta { Name = image.Metadata.Name, Annotations = image.Metadata.Annotations },
    };

    private static string? SourceTagOf(TagReference wish) =>
        ImageReference.TryParse(wish.From!.Name, out var reference) && reference.Id.Length == 0
            ? reference.ToDockerClientDefaults().Tag
            : null;

    private sealed record KnownImage(TagEvent Event, Image Image, ValueList<Image> Manifests);
}
