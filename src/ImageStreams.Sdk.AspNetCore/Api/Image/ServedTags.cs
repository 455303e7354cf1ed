using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>The verbs of single tags, which <c>imagestreamtags</c> and <c>imagetags</c> share.</summary>
internal abstract class ServedTags<T> : ServedResource
    where T : ApiObject, IWireObject<T>
{
    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ServedAnswer.FromObject(EncodedObjects.Encode(await ReadAsync(request, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var tag = BodyObjects.ReadInNamespace<T>(request);
        return ServedAnswer.FromCreated(EncodedObjects.Encode(
            await CreateAsync(tag, request.Write, cancellationToken).ConfigureAwait(false)));
    }

    // As on the server, the status says whether there was a spec tag before.
    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var tag = BodyObjects.ReadInNamespace<T>(request);
        BodyObjects.RequireName(tag.Metadata, request);
        var before = await FindAsync(request, cancellationToken).ConfigureAwait(false);
        var updated = EncodedObjects.Encode(await UpdateAsync(tag, request.Write, cancellationToken).ConfigureAwait(false));
        return before?.Spec is null ? ServedAnswer.FromCreated(updated) : ServedAnswer.FromObject(updated);
    }

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(request, cancellationToken).ConfigureAwait(false);
        return Outcomes.Patched(result, EncodedObjects.Encode(result.Object));
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await RemoveAsync(request, cancellationToken).ConfigureAwait(false);
        return Outcomes.Success;
    }

    protected abstract Task<T> ReadAsync(ResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Reads the tag with its spec tag.</summary>
    protected abstract Task<ImageTag> ReadImageTagAsync(ResourceRequest request, CancellationToken cancellationToken);

    protected abstract Task<T> CreateAsync(T tag, WriteOptions options, CancellationToken cancellationToken);

    protected abstract Task<T> UpdateAsync(T tag, WriteOptions options, CancellationToken cancellationToken);

    protected abstract Task<PatchResult<T>> ChangeAsync(ResourceRequest request, CancellationToken cancellationToken);

    protected abstract Task RemoveAsync(ResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Finds the tag; null when there is none, or no tag can have the name.</summary>
    private async Task<ImageTag?> FindAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadImageTagAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason is ApiFailure.NotFound or ApiFailure.BadRequest)
        {
            return null;
        }
    }
}
