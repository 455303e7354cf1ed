using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>images</c>, which have no namespace.</summary>
internal sealed class ServedImages(IImagesResource images) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Images;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedAnswer.FromObject(EncodedObjects.Get(await images.GetAsync(request.Name!, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ToAnswer(await images.ListAsync(request.List, cancellationToken).ConfigureAwait(false));

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedEvent.FromAsync(images.WatchAsync(request.Watch, cancellationToken), EncodedObjects.Get, cancellationToken);

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var image = BodyObjects.Read<Image>(request);
        return ServedAnswer.FromCreated(EncodedObjects.Encode(
            await images.CreateAsync(image, request.Write, cancellationToken).ConfigureAwait(false)));
    }

    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var image = BodyObjects.Read<Image>(request);
        BodyObjects.RequireName(image.Metadata, request);
        return ServedAnswer.FromObject(EncodedObjects.Encode(
            await images.UpdateAsync(image, request.Write, cancellationToken).ConfigureAwait(false)));
    }

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var result = await images
            .PatchAsync(request.Name!, request.Patch!, request.Write, cancellationToken)
            .ConfigureAwait(false);
        return Outcomes.Patched(result, EncodedObjects.Encode(result.Object));
    }

    // The deleted object is not returned, so it is read before.
    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var image = await images.GetAsync(request.Name!, cancellationToken).ConfigureAwait(false);
        await images.DeleteAsync(request.Name!, request.Delete, cancellationToken).ConfigureAwait(false);
        return Outcomes.Deleted(Definition, image.Metadata);
    }

    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var list = await images.ListAsync(request.List, cancellationToken).ConfigureAwait(false);
        foreach (var image in list.Items)
        {
            await Outcomes.DeleteIfThereAsync(() => images.DeleteAsync(image.Name, request.Delete, cancellationToken)).ConfigureAwait(false);
        }

        return ToAnswer(list);
    }

    private static ServedAnswer ToAnswer(ImageList list) => EncodedObjects.ToAnswer<ImageList, Image>(list);
}
