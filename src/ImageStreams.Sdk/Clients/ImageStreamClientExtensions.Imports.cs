using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

public static partial class ImageStreamClientExtensions
{
    /// <summary>Imports the pending tags of a stream, as OpenShift's import controller does.</summary>
    /// <remarks>
    /// A tag is pending when it follows an image in a registry and its spec tag is newer than its last import. A tag that
    /// failed is not imported again until its spec tag changes. The failure of a registry is reported in the response and in
    /// the conditions of the tags, not as an exception.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="stream">The stream's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The import with its outcome; null when nothing was pending.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">There is no such stream, or it cannot be written.</exception>
    public static Task<ImageStreamImport?> ImportDueAsync(
        this IImageStreamClient client, ImageStreamName stream, CancellationToken cancellationToken = default) =>
        ImportAsync(client, stream, static current => current, cancellationToken);

    /// <summary>
    /// Imports the scheduled and the pending tags of a stream, as OpenShift does every 15 minutes.
    /// </summary>
    /// <remarks>
    /// A tag that still has the image of its registry is not changed. See <see cref="SetScheduledAsync"/> and
    /// <see cref="ImportDueAsync"/>.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="stream">The stream's name, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The import with its outcome; null when nothing was scheduled or pending.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="stream"/> is null.</exception>
    /// <exception cref="ApiException">There is no such stream, or it cannot be written.</exception>
    public static Task<ImageStreamImport?> ImportScheduledAsync(
        this IImageStreamClient client, ImageStreamName stream, CancellationToken cancellationToken = default) =>
        ImportAsync(client, stream, ImportNeeds.ResetScheduled, cancellationToken);

    private static Task<ImageStreamImport?> ImportAsync(
        IImageStreamClient client,
        ImageStreamName name,
        Func<ImageStream, ImageStream> prepare,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(name);

        return ConflictRetry.RunAsync(
            async () =>
            {
                var stream = await client.Streams.GetAsync(name.Namespace, name.Name, cancellationToken).ConfigureAwait(false);
                return ImportRequests.Create(prepare(stream)) is { } request
                    ? await client.Imports.CreateAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false)
                    : null;
            },
            ConflictRetry.IsApiConflict,
            ConflictRetry.MaxApiAttempts);
    }
}
