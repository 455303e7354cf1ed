using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImageTagsResource"/> with reads that expect a missing tag.</summary>
public static class ImageTagsResourceExtensions
{
    /// <summary>Finds a tag, whether it has an image or not.</summary>
    /// <param name="tags">The resource.</param>
    /// <param name="tag">The tag's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">The API fails with an error other than not found.</exception>
    public static Task<ImageTag?> FindAsync(
        this IImageTagsResource tags, ImageStreamTagName tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(tag);
        return ResourceReads.FindAsync(tags.GetAsync(tag.Namespace, tag.LocalName, cancellationToken));
    }
}
