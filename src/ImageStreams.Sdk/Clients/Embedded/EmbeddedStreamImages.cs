using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreamimages</c> on a store.</summary>
internal sealed class EmbeddedStreamImages(Engine engine) : IImageStreamImagesResource
{
    public async Task<ImageStreamImage> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);

        var requested = ImageStreamImageName.TryParseLocalName(name, out var parsed)
            ? parsed
            : throw ApiErrors.BadRequest("ImageStreamImages must be retrieved with <name>@<id>");
        var stream = await engine
            .GetStreamAsync(ns, requested.Stream, ResourceNames.StreamImages, cancellationToken)
            .ConfigureAwait(false);
        var found = StreamImages.FindInHistory(stream, requested)
            ?? await FindPlatformImageAsync(stream, requested, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(ResourceNames.StreamImage, name);
        var image = await engine.FindImageAsync(found, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(ResourceNames.StreamImages, found);
        if (ImageConfigs.IsMissing(image, engine.TimeProvider))
        {
            throw ImageConfigs.CreateError([found]);
        }

        return CreateView(stream, requested, ImageView.Create(image, engine.TimeProvider)).WithTypeMeta();
    }

    /// <summary>Finds the image of a platform through the indexes in the stream's history.</summary>
    private async Task<string?> FindPlatformImageAsync(
        ImageStream stream, ImageStreamImageName name, CancellationToken cancellationToken)
    {
        var images = stream.Status.Tags
            .SelectMany(history => history.Items)
            .Select(item => item.Image)
            .Where(image => image.Length > 0)
            .Distinct(StringComparer.Ordinal);
        foreach (var image in images)
        {
            var index = await engine.FindImageAsync(image, cancellationToken).ConfigureAwait(false);
            var manifests = index?.DockerImageManifests ?? default;
            if (manifests.FirstOrDefault(manifest => name.Matches(manifest.Digest)) is { } found)
            {
                return found.Digest;
            }
        }

        return null;
    }

    /// <summary>Creates the image of a stream under the requested name, with its own pull spec.</summary>
    private static ImageStreamImage CreateView(ImageStream stream, ImageStreamImageName name, Image image) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name.LocalName,
            Namespace = stream.Metadata.Namespace,
            CreationTimestamp = image.Metadata.CreationTimestamp,
            Annotations = stream.Metadata.Annotations,
        },
        Image = image,
    };
}
