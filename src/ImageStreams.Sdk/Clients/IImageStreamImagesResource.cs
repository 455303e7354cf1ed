namespace ImageStreams.Clients;

/// <summary>Images of a stream by digest: <c>imagestreamimages</c>.</summary>
public interface IImageStreamImagesResource
{
    /// <summary>An image that the stream has or had, by its digest or the beginning of it.</summary>
    Task<ImageStreamImage> GetAsync(string ns, string name, CancellationToken cancellationToken = default);
}
