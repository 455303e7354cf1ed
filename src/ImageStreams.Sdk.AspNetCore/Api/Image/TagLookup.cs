using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Looks up the tag of a request as it was before.</summary>
internal static class TagLookup
{
    /// <summary>Finds the tag; null when there is none, or no tag can have the name.</summary>
    public static async Task<ImageTag?> FindAsync(IImageTagsResource tags, ResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await tags.GetAsync(request.Namespace!, request.Name!, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason is ApiFailure.NotFound or ApiFailure.BadRequest)
        {
            return null;
        }
    }
}
