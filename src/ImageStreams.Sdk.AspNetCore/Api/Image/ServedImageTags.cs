using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagetags</c>.</summary>
internal sealed class ServedImageTags(IImageTagsResource tags) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.ImageTags;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedAnswer.FromObject(EncodedObjects.Encode(
            await tags.GetAsync(request.Namespace!, request.Name!, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        EncodedObjects.ToAnswer<ImageTagList, ImageTag>(
            await tags.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false));

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var tag = Read(request);
        return ServedAnswer.FromCreated(EncodedObjects.Encode(
            await tags.CreateAsync(tag, request.Write, cancellationToken).ConfigureAwait(false)));
    }

    // As on the server, the status says whether there was a spec tag before.
    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var tag = Read(request);
        BodyObjects.RequireName(tag.Metadata, request);
        var before = await TagLookup.FindAsync(tags, request, cancellationToken).ConfigureAwait(false);
        var updated = EncodedObjects.Encode(await tags.UpdateAsync(tag, request.Write, cancellationToken).ConfigureAwait(false));
        return before?.Spec is null ? ServedAnswer.FromCreated(updated) : ServedAnswer.FromObject(updated);
    }

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var result = await tags
            .PatchAsync(request.Namespace!, request.Name!, request.Patch!, request.Write, cancellationToken)
            .ConfigureAwait(false);
        return Outcomes.Patched(result, EncodedObjects.Encode(result.Object));
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await tags.DeleteAsync(request.Namespace!, request.Name!, request.Delete, cancellationToken).ConfigureAwait(false);
        return Outcomes.Success;
    }

    private static ImageTag Read(ResourceRequest request)
    {
        var tag = BodyObjects.Read<ImageTag>(request, ImageTag.KindName);
        return tag with { Metadata = BodyObjects.InNamespace(tag.Metadata, request) };
    }
}
