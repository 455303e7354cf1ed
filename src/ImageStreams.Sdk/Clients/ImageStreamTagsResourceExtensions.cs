using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImageStreamTagsResource"/> with reads that expect a missing tag.</summary>
public static class ImageStreamTagsResourceExtensions
{
    /// <summary>Finds a tag that has an image.</summary>
    /// <param name="tags">The resource.</param>
    /// <param name="tag">The tag's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag; null when there is none, or it has no image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">The API fails with an error other than not found.</exception>
    public static Task<ImageStreamTag?> FindAsync(
        this IImageStreamTagsResource tags, ImageStreamTagName tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(tag);
        return ResourceReads.FindAsync(tags.GetAsync(tag.Namespace, tag.LocalName, cancellationToken));
    }
}
