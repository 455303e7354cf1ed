using ImageStreams.Lifecycle;

namespace ImageStreams.Clients;

public static partial class TagVerbs
{
    /// <summary>Imports what tags of a stream are waiting for, as OpenShift's import controller does.</summary>
    /// <remarks>
    /// Due are tags that follow an image in a registry and whose wish is newer than what came of it; of a stream that
    /// was never imported, all of them. A tag that failed is not due again until its wish changes. What a registry
    /// refuses is in the answer and in the conditions of the tags, and is no exception.
    /// </remarks>
    /// <param name="client">The API.</param>
    /// <param name="ns">The stream's namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of the import; null when nothing was due.</returns>
    /// <exception cref="ApiException">There is no such stream, or it cannot be written.</exception>
    public static async Task<ImageStreamImport?> ImportDueAsync(
        this IImageStreamClient client, string ns, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);

        for (var tries = 1; ; tries++)
        {
            var stream = await client.Streams.GetAsync(ns, name, cancellationToken).ConfigureAwait(false);
            var request = ImportNeeds.CreateRequest(stream);
            if (request is null)
            {
                return null;
            }

            try
            {
                return await client.Imports.CreateAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (IsRace(e) && tries < MaxTries)
            {
            }
        }
    }
}
