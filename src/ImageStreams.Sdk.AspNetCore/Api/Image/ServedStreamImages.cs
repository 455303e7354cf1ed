using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreamimages</c>, which can only be read by name.</summary>
internal sealed class ServedStreamImages(IImageStreamImagesResource images) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.StreamImages;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedAnswer.FromObject(EncodedObjects.Encode(
            await images.GetAsync(request.Namespace!, request.Name!, cancellationToken).ConfigureAwait(false)));
}
