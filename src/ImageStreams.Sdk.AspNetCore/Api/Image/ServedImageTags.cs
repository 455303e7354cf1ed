using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagetags</c>.</summary>
internal sealed class ServedImageTags(IImageTagsResource tags) : ServedTags<ImageTag>
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.ImageTags;

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        EncodedObjects.ToAnswer<ImageTagList, ImageTag>(
            await tags.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false));

    protected override Task<ImageTag> ReadAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.GetAsync(request.Namespace!, request.Name!, cancellationToken);

    protected override Task<ImageTag> ReadImageTagAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, cancellationToken);

    protected override Task<ImageTag> CreateAsync(ImageTag tag, WriteOptions options, CancellationToken cancellationToken) =>
        tags.CreateAsync(tag, options, cancellationToken);

    protected override Task<ImageTag> UpdateAsync(ImageTag tag, WriteOptions options, CancellationToken cancellationToken) =>
        tags.UpdateAsync(tag, options, cancellationToken);

    protected override Task<PatchResult<ImageTag>> ChangeAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.PatchAsync(request.Namespace!, request.Name!, request.Patch!, request.Write, cancellationToken);

    protected override Task RemoveAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.DeleteAsync(request.Namespace!, request.Name!, request.Delete, cancellationToken);
}
