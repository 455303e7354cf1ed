using ImageStreams.Lifecycle;

namespace ImageStreams.Clients;

public static partial class ImageStreamClientExtensions
{
    /// <summary>Imports what tags of a stream are waiting for, as OpenShift's import controller does.</summary>
    /// <remarks>
    /// Due are tags that follow an image in a registry and whose wish is newer than what came of it. A tag that failed is
    /// not due again until its wish changes. What a registry refuses is in the answer and in the conditions of the tags,
    /// and is no exception.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="ns">The stream's namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of the import; null when nothing was due.</returns>
    /// <exception cref="ApiException">There is no such stream, or it cannot be written.</exception>
    public static Task<ImageStreamImport?> ImportDueAsync(
        this IImageStreamClient client, string ns, string name, CancellationToken cancellationToken = default) =>
        ImportAsync(client, ns, name, static stream => stream, cancellationToken);

    /// <summary>
    /// Looks at the scheduled tags of a stream again, and imports what is news or due, as OpenShift does every 15 minutes.
    /// </summary>
    /// <remarks>
    /// A tag that still has the image of its registry is not changed. See <see cref="SetScheduledAsync"/> and
    /// <see cref="ImportDueAsync"/>.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="ns">The stream's namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of the import; null when nothing was scheduled or due.</returns>
    /// <exception cref="ApiException">There is no such stream, or it cannot be written.</exception>
    public static Task<ImageStreamImport?> ImportScheduledAsync(
        this IImageStreamClient client, string ns, string name, CancellationToken cancellationToken = default) =>
        ImportAsync(client, ns, name, ImportNeeds.ResetScheduled, cancellationToken);

    private static async Task<ImageStreamImport?> ImportAsync(
        IImageStreamClient client,
        string ns,
        string name,
        Func<ImageStream, ImageStream> prepare,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);

        for (var tries = 1; ; tries++)
        {
            var stream = await client.Streams.GetAsync(ns, name, cancellationToken).ConfigureAwait(false);
            try
            {
                return ImportRequests.Create(prepare(stream)) is { } request
                    ? await client.Imports.CreateAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false)
                    : null;
            }
            catch (ApiException e) when (IsConflict(e) && tries < MaxTries)
            {
                // Somebody else was faster: read what they wrote.
            }
        }
    }
}
