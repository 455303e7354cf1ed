using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImagesResource"/> with reads that expect a missing image, and lists over all pages.</summary>
public static class ImagesResourceExtensions
{
    /// <summary>Finds an image.</summary>
    /// <param name="images">The resource.</param>
    /// <param name="digest">The image's digest, which is its name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> or <paramref name="digest"/> is null.</exception>
    /// <exception cref="ApiException">The API fails with an error other than not found.</exception>
    public static Task<Image?> FindAsync(
        this IImagesResource images, Digest digest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(digest);
        return ResourceReads.FindAsync(images.GetAsync(digest.ToString(), cancellationToken));
    }

    /// <summary>Lists the images page by page.</summary>
    /// <remarks>All pages show the state of the first one.</remarks>
    /// <param name="images">The resource.</param>
    /// <param name="options">The selectors and the page size, which is 500 when there is no limit, or null for
    /// everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The images, ordered by name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null.</exception>
    /// <exception cref="ApiException">As for <see cref="IImagesResource.ListAsync"/>.</exception>
    public static IAsyncEnumerable<Image> ListAllAsync(
        this IImagesResource images, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return ResourceReads.ListPagesAsync(ReadAsync, options, cancellationToken);

        async Task<(IEnumerable<Image> Items, ListMeta Metadata)> ReadAsync(ListOptions page, CancellationToken token)
        {
            var list = await images.ListAsync(page, token).ConfigureAwait(false);
            return (list.Items, list.Metadata);
        }
    }
}
