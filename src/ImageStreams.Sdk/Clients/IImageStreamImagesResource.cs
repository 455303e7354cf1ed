namespace ImageStreams.Clients;

/// <summary>Images by digest, found through a stream: <c>imagestreamimages</c>.</summary>
public interface IImageStreamImagesResource
{
    /// <summary>An image that a stream has or had, under the name that it was asked for by.</summary>
    /// <remarks>
    /// The id is a digest or the beginning of one, with or without <c>sha256:</c>. Of several images that it fits the one
    /// that came last is taken; OpenShift takes any. Images of single platforms are found through their index.
    /// </remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The image, as <c>stream@id</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such stream, its history has no such image, or the image's object is gone: not found. The name is not
    /// of that form: a bad request.
    /// </exception>
    Task<ImageStreamImage> GetAsync(string ns, string name, CancellationToken cancellationToken = default);
}
