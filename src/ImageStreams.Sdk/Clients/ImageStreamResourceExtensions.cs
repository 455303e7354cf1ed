using System.Runtime.CompilerServices;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends the resources of <see cref="IImageStreamClient"/> with reads that expect a missing object, lists over
/// all pages, and writes of objects that may exist.</summary>
public static class ImageStreamResourceExtensions
{
    private const int PageSize = 500;

    /// <summary>Finds a stream.</summary>
    /// <param name="streams">The resource.</param>
    /// <param name="stream">The stream's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">The API fails in another way than with not found.</exception>
    public static Task<ImageStream?> FindAsync(
        this IImageStreamsResource streams, ImageStreamName stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(stream);
        return FindAsync(streams.GetAsync(stream.Namespace, stream.Name, cancellationToken));
    }

    /// <summary>Finds a tag that has an image.</summary>
    /// <param name="tags">The resource.</param>
    /// <param name="tag">The tag's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag; null when there is none, or it has no image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">The API fails in another way than with not found.</exception>
    public static Task<ImageStreamTag?> FindAsync(
        this IImageStreamTagsResource tags, ImageStreamTagName tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(tag);
        return FindAsync(tags.GetAsync(tag.Namespace, tag.LocalName, cancellationToken));
    }

    /// <summary>Finds a tag, whether it has an image or not.</summary>
    /// <param name="tags">The resource.</param>
    /// <param name="tag">The tag's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The tag; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="ApiException">The API fails in another way than with not found.</exception>
    public static Task<ImageTag?> FindAsync(
        this IImageTagsResource tags, ImageStreamTagName tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(tag);
        return FindAsync(tags.GetAsync(tag.Namespace, tag.LocalName, cancellationToken));
    }

    /// <summary>Finds an image.</summary>
    /// <param name="images">The resource.</param>
    /// <param name="digest">The image's digest, which is its name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> or <paramref name="digest"/> is null.</exception>
    /// <exception cref="ApiException">The API fails in another way than with not found.</exception>
    public static Task<Image?> FindAsync(
        this IImagesResource images, Digest digest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(digest);
        return FindAsync(images.GetAsync(digest.ToString(), cancellationToken));
    }

    /// <summary>Lists the streams of a namespace page by page.</summary>
    /// <remarks>All pages show the state of the first one.</remarks>
    /// <param name="streams">The resource.</param>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors, and the size of a page, which is 500 when it has no limit; everything when
    /// null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The streams, ordered by namespace and name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> is null.</exception>
    /// <exception cref="ApiException">As for <see cref="IImageStreamsResource.ListAsync"/>.</exception>
    public static IAsyncEnumerable<ImageStream> ListAllAsync(
        this IImageStreamsResource streams,
        string? ns,
        ListOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return ListPagesAsync(ReadAsync, options, cancellationToken);

        async Task<(IEnumerable<ImageStream> Items, ListMeta Metadata)> ReadAsync(ListOptions page, CancellationToken token)
        {
            var list = await streams.ListAsync(ns, page, token).ConfigureAwait(false);
            return (list.Items, list.Metadata);
        }
    }

    /// <summary>Lists the images page by page.</summary>
    /// <remarks>All pages show the state of the first one.</remarks>
    /// <param name="images">The resource.</param>
    /// <param name="options">The selectors, and the size of a page, which is 500 when it has no limit; everything when
    /// null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The images, ordered by name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null.</exception>
    /// <exception cref="ApiException">As for <see cref="IImagesResource.ListAsync"/>.</exception>
    public static IAsyncEnumerable<Image> ListAllAsync(
        this IImagesResource images, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return ListPagesAsync(ReadAsync, options, cancellationToken);

        async Task<(IEnumerable<Image> Items, ListMeta Metadata)> ReadAsync(ListOptions page, CancellationToken token)
        {
            var list = await images.ListAsync(page, token).ConfigureAwait(false);
            return (list.Items, list.Metadata);
        }
    }

    /// <summary>Creates a stream, or replaces metadata and spec of the stream of its name.</summary>
    /// <remarks>
    /// The last writer wins: UID and version in <paramref name="stream"/> do not count, and when others write in between
    /// the operation is repeated. Use <see cref="IImageStreamsResource.PatchAsync"/> to build on what they wrote.
    /// </remarks>
    /// <param name="streams">The resource.</param>
    /// <param name="stream">The stream, with its name and namespace.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">The stream is not valid, or cannot be written.</exception>
    public static Task<ImageStream> CreateOrUpdateAsync(
        this IImageStreamsResource streams,
        ImageStream stream,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(stream);

        return Conflicts.RetryAsync(
            async () =>
            {
                var current = await FindAsync(streams.GetAsync(stream.Namespace, stream.Name, cancellationToken))
                    .ConfigureAwait(false);
                var metadata = stream.Metadata with { Uid = null, ResourceVersion = current?.Metadata.ResourceVersion };
                var next = stream with { Metadata = metadata };
                var write = current is null
                    ? streams.CreateAsync(next, options, cancellationToken)
                    : streams.UpdateAsync(next, options, cancellationToken);
                return await write.ConfigureAwait(false);
            },
            Conflicts.IsApiConflict,
            Conflicts.MaxApiAttempts);
    }

    private static async Task<T?> FindAsync<T>(Task<T> get)
        where T : class
    {
        try
        {
            return await get.ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<T> ListPagesAsync<T>(
        Func<ListOptions, CancellationToken, Task<(IEnumerable<T> Items, ListMeta Metadata)>> readAsync,
        ListOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = options ?? new ListOptions();
        page = page.Limit > 0 ? page : page with { Limit = PageSize };
        while (true)
        {
            var (items, metadata) = await readAsync(page, cancellationToken).ConfigureAwait(false);
            foreach (var item in items)
            {
                yield return item;
            }

            if (string.IsNullOrEmpty(metadata.Continue))
            {
                yield break;
            }

            page = page with { Continue = metadata.Continue };
        }
    }
}
