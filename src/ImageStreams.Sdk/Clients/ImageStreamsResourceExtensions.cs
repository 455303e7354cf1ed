using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Extends <see cref="IImageStreamsResource"/> with reads that expect a missing stream, lists over all pages, and writes
/// of streams that may exist.</summary>
public static class ImageStreamsResourceExtensions
{
    /// <summary>Finds a stream.</summary>
    /// <param name="streams">The resource.</param>
    /// <param name="stream">The stream's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">The API fails with an error other than not found.</exception>
    public static Task<ImageStream?> FindAsync(
        this IImageStreamsResource streams, ImageStreamName stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(stream);
        return ResourceReads.FindAsync(streams.GetAsync(stream.Namespace, stream.Name, cancellationToken));
    }

    /// <summary>Lists the streams of a namespace page by page.</summary>
    /// <remarks>All pages show the state of the first one.</remarks>
    /// <param name="streams">The resource.</param>
    /// <param name="ns">The namespace; null for all namespaces.</param>
    /// <param name="options">The selectors and the page size, which is 500 when there is no limit, or null for
    /// everything.</param>
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
        return ResourceReads.ListPagesAsync(ReadAsync, options, cancellationToken);

        async Task<(IEnumerable<ImageStream> Items, ListMeta Metadata)> ReadAsync(ListOptions page, CancellationToken token)
        {
            var list = await streams.ListAsync(ns, page, token).ConfigureAwait(false);
            return (list.Items, list.Metadata);
        }
    }

    /// <summary>Creates a stream, or replaces the metadata and the spec of the stream with its name.</summary>
    /// <remarks>
    /// The last writer wins: the UID, the version and the deletion time in <paramref name="stream"/> are ignored, and when
    /// others write in between, the operation is repeated. Finalizers and owners of the existing stream stay when
    /// <paramref name="stream"/> has none. Use <see cref="IImageStreamsResource.PatchAsync(string, string, Func{ImageStream, ImageStream}, WriteOptions?, CancellationToken)"/> to build on what others wrote.
    /// </remarks>
    /// <param name="streams">The resource.</param>
    /// <param name="stream">The stream, with its name and namespace.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as it was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streams"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> has no name.</exception>
    /// <exception cref="ApiException">The stream is not valid, or cannot be written.</exception>
    public static Task<ImageStream> CreateOrUpdateAsync(
        this IImageStreamsResource streams,
        ImageStream stream,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.Name.Length == 0)
        {
            throw new ArgumentException("The stream has no name.", nameof(stream));
        }

        return ConflictRetry.RunAsync(
            () => CreateOrUpdateOnceAsync(streams, stream, options, cancellationToken),
            ConflictRetry.IsApiConflict,
            ConflictRetry.MaxApiAttempts);
    }

    private static async Task<ImageStream> CreateOrUpdateOnceAsync(
        IImageStreamsResource streams, ImageStream stream, WriteOptions? options, CancellationToken cancellationToken)
    {
        var current = await ResourceReads.FindAsync(streams.GetAsync(stream.Namespace, stream.Name, cancellationToken))
            .ConfigureAwait(false);
        var next = stream with { Metadata = CreateMetadata(stream.Metadata, current?.Metadata) };
        if (current is null)
        {
            return await streams.CreateAsync(next, options, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await streams.UpdateAsync(next, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // Deleted since it was read: the next attempt creates it.
            throw ApiErrors.Modified(ResourceNames.Streams, stream.Name, e);
        }
    }

    /// <summary>Creates the metadata to write: what only the server sets is that of the existing stream, if any.</summary>
    private static ObjectMeta CreateMetadata(ObjectMeta metadata, ObjectMeta? current) => metadata with
    {
        Uid = null,
        ResourceVersion = current?.ResourceVersion,
        DeletionTimestamp = null,
        DeletionGracePeriodSeconds = null,
        Finalizers = current is not null && metadata.Finalizers.IsEmpty ? current.Finalizers : metadata.Finalizers,
        OwnerReferences = current is not null && metadata.OwnerReferences.IsEmpty
            ? current.OwnerReferences
            : metadata.OwnerReferences,
    };
}
