using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreams</c> with its subresources.</summary>
internal sealed class StreamResource(IImageStreamsResource streams) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Streams;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var stream = await streams.GetAsync(request.Namespace!, request.Name!, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromObject(EncodedObjects.Get(stream));
    }

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var list = await streams.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false);
        return EncodedObjects.ToAnswer<ImageStreamList, ImageStream>(list);
    }
}
