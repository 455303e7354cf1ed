using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary>Tests whether a stream has a tag, as a spec tag or pushed.</summary>
internal static class ImageTagLookup
{
    public static async Task<bool> ExistsAsync(this IImageTagsResource tags, string ns, string name)
    {
        try
        {
            return await tags.GetAsync(ns, name) is not null;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return false;
        }
    }
}
