using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary>Whether a stream has a tag, wished for or pushed.</summary>
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
