using ImageStreams.Importing;

namespace ImageStreams.Clients;

/// <summary>Imports: <c>imagestreamimports</c>.</summary>
public interface IImageStreamImportsResource
{
    /// <summary>
    /// Imports images into a stream, or only resolves them where <see cref="ImageStreamImportSpec.Import"/> is false.
    /// </summary>
    /// <remarks>
    /// <para>A stream that does not exist is created. Images are stored first, then the stream is written once. The request
    /// becomes the spec tag, with its import policy always and its reference policy for a new tag; a failure leaves the spec
    /// tag and the image, and is recorded as a condition. An image without <c>to</c> is recorded under the tag of its pull
    /// spec; an image by digest is recorded under no tag.</para>
    /// <para>When others write in between, the outcome is recorded again in the stream as they wrote it, unless the request
    /// names a version; OpenShift answers all but one of several concurrent imports with a conflict. As in OpenShift, the
    /// <c>insecure</c> of the first image of a repository holds for all images of that repository in the request; the
    /// embedded client has an option to change that (<see cref="EmbeddedImageStreamOptions.ApplyInsecurePerImage"/>).</para>
    /// <para>An import of a whole repository takes the first tags by priority, 50 in OpenShift, and lists the rest as
    /// additional tags (<see cref="RepositoryTagSelection"/>). A tag of the repository that cannot be imported gets a
    /// condition, but no spec tag.</para>
    /// </remarks>
    /// <param name="import">The request: the stream's name in the metadata, and the images in the spec.</param>
    /// <param name="progress">The receiver of a report for each image, as far as the client supports it, or null for
    /// none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The request with its status. The failure of an image is part of the status, not an exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="import"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The request is not valid (<see cref="ApiFailure.Invalid"/>). The stream has another version
    /// (<see cref="ApiFailure.Conflict"/>). It has another UID (<see cref="ApiFailure.NotFound"/>). The client has no
    /// importer (<see cref="ApiFailure.MethodNotAllowed"/>).
    /// </exception>
    Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Imports images as <see cref="CreateAsync(ImageStreamImport, IProgress{ImportProgress}?, CancellationToken)"/> does, with
    /// options.
    /// </summary>
    /// <param name="import">The request: the stream's name in the metadata, and the images in the spec.</param>
    /// <param name="options">The options, of which the name of the writer counts: the answer shows the owner of the request's
    /// fields, which is not stored. As in OpenShift, an import is never a dry run; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The request with its status. The failure of an image is part of the status, not an exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="import"/> is null.</exception>
    /// <exception cref="ApiException">As without options.</exception>
    Task<ImageStreamImport> CreateAsync(
        ImageStreamImport import, WriteOptions? options, CancellationToken cancellationToken = default);
}
