using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreamtags</c>.</summary>
internal sealed class ServedStreamTags(IImageStreamTagsResource tags, IImageTagsResource imageTags) : ServedTags<ImageStreamTag>
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.StreamTags;

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        EncodedObjects.ToAnswer<ImageStreamTagList, ImageStreamTag>(
            await tags.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false));

    protected override Task<ImageStreamTag> ReadAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.GetAsync(request.Namespace!, request.Name!, cancellationToken);

    protected override Task<ImageTag> ReadImageTagAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        imageTags.GetAsync(request.Namespace!, request.Name!, cancellationToken);

    protected override Task<ImageStreamTag> CreateAsync(ImageStreamTag tag, WriteOptions options, CancellationToken cancellationToken) =>
        tags.CreateAsync(tag, options, cancellationToken);

    protected override Task<ImageStreamTag> UpdateAsync(ImageStreamTag tag, WriteOptions options, CancellationToken cancellationToken) =>
        tags.UpdateAsync(tag, options, cancellationToken);

    protected override Task<PatchResult<ImageStreamTag>> ChangeAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.PatchAsync(request.Namespace!, request.Name!, request.Patch!, request.Write, cancellationToken);

    protected override Task RemoveAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        tags.DeleteAsync(request.Namespace!, request.Name!, request.Delete, cancellationToken);
}
