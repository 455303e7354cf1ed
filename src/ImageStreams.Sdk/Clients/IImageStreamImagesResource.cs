namespace ImageStreams.Clients;

/// <summary>Images by digest, found through a stream: <c>imagestreamimages</c>.</summary>
public interface IImageStreamImagesResource
{
    /// <summary>Gets an image of the history of a stream, under the requested name.</summary>
    /// <remarks>
    /// The id is a digest or the beginning of one, with or without <c>sha256:</c>. When several images match, the latest one
    /// is returned; OpenShift returns any of them. Images of single platforms are found through their index.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The image, as <c>stream@id</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image, with its kind and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream, its history has no such image, or the image's object is missing
    /// (<see cref="ApiFailure.NotFound"/>). The name does not have that form (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    Task<ImageStreamImage> GetAsync(string ns, string name, CancellationToken cancellationToken = default);
}
