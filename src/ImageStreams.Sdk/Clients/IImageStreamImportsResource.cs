using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>Imports: <c>imagestreamimports</c>.</summary>
public interface IImageStreamImportsResource
{
    /// <summary>
    /// Imports images into a stream, or only looks at them where <see cref="ImageStreamImportSpec.Import"/> is false.
    /// </summary>
    /// <remarks>
    /// <para>A stream that is not there is made. Images are kept first, then the stream is written once. What is asked for
    /// becomes the tag's wish, its import policy always and its reference policy for a new tag; a failure leaves the wish
    /// and the image and is kept as a condition. An image without <c>to</c> goes under the tag of its own name; one by
    /// digest under none.</para>
    /// <para>Where others write in between, the outcome is recorded again in what they have written, unless the request
    /// names a version; OpenShift answers all but one of many imports at once with a conflict. As in OpenShift
    /// the first image of a repository says for all of the request whether that may be asked without TLS; the embedded client
    /// has an option against it (<see cref="EmbeddedImageStreamOptions.ApplyInsecurePerImage"/>).</para>
    /// <para>Of a whole repository the first tags by priority are imported, 50 in OpenShift, and the rest are named
    /// (<see cref="RepositoryTagSelection"/>). A tag of it that cannot be had gets a condition, but no wish.</para>
    /// </remarks>
    /// <param name="import">The stream, named in the metadata, and the images.</param>
    /// <param name="progress">Is told of each tag that is looked up, as far as the client knows; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The request with what came of it; that an image failed is said there and is no exception.</returns>
    /// <exception cref="ApiException">
    /// The request is not valid; the stream is of another version: a conflict; or of another UID: not found.
    /// </exception>
    Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
