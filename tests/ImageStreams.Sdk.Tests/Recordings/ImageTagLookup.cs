using ImageStreams.Clients;

namespace ImageStreams.Tests.Recordings;

/// <summary>Tests whether a stream has a spec tag; a write to another tag is answered with 201.</summary>
internal static class ImageTagLookup
{
    public static async Task<bool> ExistsAsync(this IImageTagsResource tags, string ns, string name)
    {
        try
        {
            return (await tags.GetAsync(ns, name)).Spec is not null;
        }
        catch (ApiException)
        {
            return false;
        }
    }
}
